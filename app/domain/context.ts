import type { Database } from "~db/database";

/**
 * Seals personal data with keys that are not in the database, and makes the keyed hashes by which sealed
 * data is found again.
 */
export interface Vault {
  /** Authenticated encryption. `purpose` is bound to the result: it opens under the same purpose only. */
  seal(purpose: string, plain: string): string;
  /** @throws when the key is unknown, or the text was changed, or sealed for another purpose */
  open(purpose: string, sealed: string): string;
  /** The id of the key that seals. */
  readonly sealingKeyId: string;
  /** The id of the key under which a text was sealed; null where the text is no sealed one. */
  keyIdOf(sealed: string): string | null;
  /** A keyed hash of `value`, different for each `scope`. */
  lookupHash(scope: string, value: string): string;
}

/** What every use case receives: the database, the clock, chance and the vault. */
export interface Context {
  db: Database;
  now(): Date;
  /** A UUIDv7. */
  newId(): string;
  /** 256 random bits, URL-safe. */
  newToken(): string;
  /** Six random digits. */
  newCode(): string;
  vault: Vault;
}
