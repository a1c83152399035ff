import { Encrypter } from "age-encryption";

/**
 * Encrypts a stream to all of some public keys (age-encryption.org/v1), 64 KiB at a time: whoever has the secret of one
 * of them opens it.
 */
export function encryptToKeys(
  recipients: readonly string[],
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  return encrypterTo(recipients).encrypt(plain);
}

/** Whether a text is a public key that something can be encrypted to. */
export async function isPublicKey(text: string): Promise<boolean> {
  try {
    await encrypterTo([text]).encrypt("");
    return true;
  } catch {
    return false;
  }
}

function encrypterTo(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter;
}
