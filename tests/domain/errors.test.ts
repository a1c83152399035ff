import { expect, test } from "vitest";
import { DomainError } from "~/domain/errors";

test("an error of another copy of the class, as a build holds one, is the same error", () => {
  const copy = Object.assign(new Error("tokenNotFound"), { name: "DomainError", code: "tokenNotFound" });
  expect(copy instanceof DomainError).toBe(true);
  expect(new DomainError("tokenNotFound") instanceof DomainError).toBe(true);
  expect(Object.assign(new Error("closed"), { code: "ECONNRESET" }) instanceof DomainError).toBe(false);
  expect({ name: "DomainError", code: "tokenNotFound" } instanceof DomainError).toBe(false);
});
