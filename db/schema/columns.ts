import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** A UUIDv7 (RFC 9562), made by `newId` of the context, so that rows sort by the time they were made. */
export const id = (name = "id") => uuid(name).notNull();

/** A moment in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Bytes as they are. The two drivers give different kinds of array. */
export const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => Buffer.from(value),
});

/** What full-text search looks in (PostgreSQL 8.11.1). Made by the database from words. */
export const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });
