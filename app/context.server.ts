import { randomBytes, randomInt } from "node:crypto";
import type { Context } from "~/domain/context";
import { uuidV7 } from "~/domain/new-id";
import type { PiiKeys } from "~/services/pii-keys.server";
import { createVault } from "~/services/vault.server";
import type { Database } from "~db/database";

/** The context of the running product: the real clock, real chance and the keys of the settings. */
export function createContext(db: Database, keys: PiiKeys): Context {
  return {
    db,
    now: () => new Date(),
    newId: () => uuidV7(new Date(), randomBytes(10)),
    newToken: () => randomBytes(32).toString("base64url"),
    newCode: () => String(randomInt(0, 1_000_000)).padStart(6, "0"),
    vault: createVault(keys.sealing, keys.lookup),
  };
}
