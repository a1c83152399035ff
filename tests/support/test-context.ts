import { createHash } from "node:crypto";
import type { Context } from "~/domain/context";
import { uuidV7 } from "~/domain/new-id";
import { createVault } from "~/services/vault.server";
import type { Database } from "~db/database";
import { startOfTests } from "./seeded";

export interface TestContext extends Context {
  clock: {
    /** Moves on by milliseconds. */
    advance(ms: number): void;
    set(moment: Date | string): void;
  };
}

// Chance runs in a fixed order through the whole file, so that two contexts never make the same id.
let drawn = 0;
const draw = (what: string) => createHash("sha256").update(`${what} ${drawn++}`).digest();

/** The vault of the tests: the same keys in every run. */
export const testVault = createVault([{ id: "test", key: Buffer.alloc(32, 1) }], Buffer.alloc(32, 2));

/** A context whose clock stands still until it is moved, and whose chance is the same in every run. */
export function testContext(db: Database): TestContext {
  let now = startOfTests.getTime();
  return {
    db,
    vault: testVault,
    now: () => new Date(now),
    newId: () => uuidV7(new Date(now), draw("id")),
    newToken: () => draw("token").toString("base64url"),
    // Coprime to a million, so that the first million codes all differ.
    newCode: () => String((123_456 + 700_001 * drawn++) % 1_000_000).padStart(6, "0"),
    clock: {
      advance(ms) {
        now += ms;
      },
      set(moment) {
        now = new Date(moment).getTime();
      },
    },
  };
}
