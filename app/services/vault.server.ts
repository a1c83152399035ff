import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Vault } from "~/domain/context";

/** Key bytes of AES-256. */
const KEY_BYTES = 32;
/** 96 bits, the length for which GCM needs no further hashing (NIST SP 800-38D, 5.2.1.1). */
const NONCE_BYTES = 12;
/** 128 bits, the full tag (NIST SP 800-38D, 5.2.1.2). */
const TAG_BYTES = 16;
/** Scopes may hold a campaign's id; the subkeys kept ready must not grow with them for ever. */
const SUBKEYS_KEPT = 1_000;

/** A sealed text that can't be opened. It says why in general words and never shows the text. */
export class VaultError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "VaultError";
  }
}

/**
 * Seals with AES-256-GCM (NIST SP 800-38D) under a fresh random nonce. Each purpose has its own subkey, made
 * by HKDF-SHA256 (RFC 5869), so that one key stays far below the 2^32 random nonces that section 8.3 of the
 * standard allows it. The result is `v1.<key id>.<base64url of nonce, ciphertext and tag>`; purpose and key id
 * are authenticated with it.
 *
 * The first key seals and every key opens: to rotate, put a new key in front and keep the old one until
 * nothing under it is left. `lookupKey` makes the hashes (HMAC-SHA256, one HKDF subkey for each scope); it has
 * no rotation, because a changed hash would no longer find its row.
 * @throws {VaultError} at once, when a key has not 32 bytes, or an id is repeated or not of `A-Z a-z 0-9 _ -`
 */
export function createVault(keys: { id: string; key: Buffer }[], lookupKey: Buffer): Vault {
  const sealing = keys[0];
  if (sealing === undefined) throw new VaultError("A vault needs at least one key.");
  const masters = new Map<string, Buffer>();
  for (const { id, key } of keys) {
    if (!/^[\w-]+$/.test(id)) throw new VaultError("A key id holds letters, digits, _ and - only.");
    if (masters.has(id)) throw new VaultError(`Two keys have the id ${id}.`);
    if (key.length !== KEY_BYTES) throw new VaultError(`The key ${id} has not ${KEY_BYTES} bytes.`);
    masters.set(id, key);
  }
  if (lookupKey.length !== KEY_BYTES) throw new VaultError(`The lookup key has not ${KEY_BYTES} bytes.`);

  const sealingSubkey = keepSubkeys((id) => {
    const master = masters.get(id);
    if (master === undefined) throw new VaultError("The text was sealed with a key that is not known here.");
    return master;
  }, "seal");
  const lookupSubkey = keepSubkeys(() => lookupKey, "lookup");

  return {
    seal(purpose, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const key = sealingSubkey(sealing.id, purpose);
      const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundData(sealing.id, purpose));
      const sealed = Buffer.concat([nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `v1.${sealing.id}.${sealed.toString("base64url")}`;
    },

    open(purpose, sealed) {
      const [version, id, body, ...rest] = sealed.split(".");
      if (version !== "v1" || id === undefined || body === undefined || rest.length > 0) throw notSealed();
      const bytes = Buffer.from(body, "base64url");
      // Node skips characters that are not base64url: what reads the same must also be written the same.
      if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString("base64url") !== body) throw notSealed();
      const key = sealingSubkey(id, purpose);
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(boundData(id, purpose));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const ciphertext = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
      try {
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
      } catch {
        throw new VaultError("The sealed text was changed, or was sealed for another purpose.");
      }
    },

    sealingKeyId: sealing.id,

    keyIdOf: (sealed) => /^v1\.([\w-]+)\.[\w-]+$/.exec(sealed)?.[1] ?? null,

    lookupHash(scope, value) {
      return createHmac("sha256", lookupSubkey("", scope)).update(value, "utf8").digest("base64url");
    },
  };
}

/** A key id holds no NUL, so no two pairs are written alike. */
function boundData(keyId: string, purpose: string): Buffer {
  return Buffer.from(`v1\0${keyId}\0${purpose}`, "utf8");
}

/** Makes subkeys by HKDF and keeps those made last, because each signature needs the same few. */
function keepSubkeys(master: (id: string) => Buffer, use: string) {
  const kept = new Map<string, Buffer>();
  return (id: string, name: string): Buffer => {
    const label = `${id} ${name}`;
    const known = kept.get(label);
    if (known !== undefined) return known;
    const info = `privacy-for-all ${use} ${name}`;
    const made = Buffer.from(hkdfSync("sha256", master(id), Buffer.alloc(0), info, KEY_BYTES));
    if (kept.size >= SUBKEYS_KEPT) kept.clear();
    kept.set(label, made);
    return made;
  };
}

function notSealed(): VaultError {
  return new VaultError("The text is not a sealed text of this vault.");
}
