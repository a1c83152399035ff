import type { IncomingMessage } from "node:http";

/** Longest body of any form; the longest honest one is a tenth of it. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Bodies that a handler in front has read already; null where one was too long. */
const kept = new WeakMap<IncomingMessage, Buffer | null>();

/** Leaves a body that was read to the handlers behind. */
export function keepBody(request: IncomingMessage, body: Buffer | null): void {
  kept.set(request, body);
}

/**
 * Reads a request's body whole, up to {@link MAX_BODY_BYTES} or what else is taken there.
 * @returns null when it is longer, whatever its length was said to be
 */
export async function readBody(request: IncomingMessage, most: number = MAX_BODY_BYTES): Promise<Buffer | null> {
  const known = kept.get(request);
  if (known !== undefined) return known;
  if (Number(request.headers["content-length"] ?? 0) > most) {
    request.resume();
    return null;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    // The rest is read and dropped: a connection cut in the middle would hide the answer.
    if (size <= most) chunks.push(chunk);
    if (size > Math.max(most, 16 * MAX_BODY_BYTES)) {
      request.destroy();
      return null;
    }
  }
  return size > most ? null : Buffer.concat(chunks);
}
