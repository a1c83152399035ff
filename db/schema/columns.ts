import { timestamp, uuid } from "drizzle-orm/pg-core";

/** A UUIDv7 (RFC 9562), made by `newId` of the context, so that rows sort by the time they were made. */
export const id = (name = "id") => uuid(name).notNull();

/** A moment in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
