import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { uuidV7 } from "~/domain/new-id";

test("an id is a UUIDv7 that begins with its moment", () => {
  const id = uuidV7(new Date("2026-11-23T12:00:00Z"), randomBytes(10));
  expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-11-23T12:00:00Z"));
});

test("ids sort by the time they were made, and within one instant they differ", () => {
  const all = Uint8Array.from({ length: 10 }, () => 0xff);
  const none = new Uint8Array(10);
  expect(uuidV7(new Date(1_000), all) < uuidV7(new Date(1_001), none)).toBe(true);
  const ids = Array.from({ length: 1_000 }, () => uuidV7(new Date(1_000), randomBytes(10)));
  expect(new Set(ids).size).toBe(1_000);
});

test("the published example of RFC 9562, appendix A.6", () => {
  const random = Buffer.from("0cc318c4dc0c0c07398f", "hex");
  expect(uuidV7(new Date(0x017f22e279b0), random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
});
