import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { and, asc, eq, gt } from "drizzle-orm";
import { petitionDeliveryFiles, petitionDeliveryParts } from "~db/schema/petition-deliveries";
import type { Context } from "../context";

const PURPOSE = "petition_delivery.part";
/** Bytes of a part: what is read, opened and held at once. */
const PART_BYTES = 150_000;

export interface DeliveryFile {
  name: string;
  size: number;
  /** Hexadecimal. */
  sha256: string;
  crc32: number;
}

/** Keeps a part of a file, sealed; from `number` on as many as its length needs. @returns the number that follows */
export async function keepParts(
  ctx: Context,
  { deliveryId, name }: { deliveryId: string; name: string },
  number: number,
  content: Buffer,
): Promise<number> {
  let next = number;
  for (let from = 0; from < content.length; from += PART_BYTES) {
    const body = content.subarray(from, from + PART_BYTES).toString("base64");
    await ctx.db
      .insert(petitionDeliveryParts)
      .values({ deliveryId, name, number: next++, bodySealed: ctx.vault.seal(PURPOSE, body) });
  }
  return next;
}

/** Reads a file part by part, so that a long one takes no more memory than a short one. */
export async function* readParts(
  ctx: Pick<Context, "db" | "vault">,
  { deliveryId, name }: { deliveryId: string; name: string },
): AsyncGenerator<Buffer> {
  for (let after = -1; ; ) {
    const [part] = await ctx.db
      .select()
      .from(petitionDeliveryParts)
      .where(
        and(
          eq(petitionDeliveryParts.deliveryId, deliveryId),
          eq(petitionDeliveryParts.name, name),
          gt(petitionDeliveryParts.number, after),
        ),
      )
      .orderBy(asc(petitionDeliveryParts.number))
      .limit(1);
    if (part === undefined) return;
    after = part.number;
    yield Buffer.from(ctx.vault.open(PURPOSE, part.bodySealed), "base64");
  }
}

/** Ends a file whose parts are all there: measures it, and notes its checksums. */
export async function finishFile(
  ctx: Context,
  file: { deliveryId: string; name: string },
  position: number,
): Promise<void> {
  const hash = createHash("sha256");
  let size = 0;
  let checksum = 0;
  for await (const part of readParts(ctx, file)) {
    hash.update(part);
    checksum = crc32(part, checksum);
    size += part.length;
  }
  await ctx.db
    .insert(petitionDeliveryFiles)
    .values({ ...file, position, size, sha256: hash.digest("hex"), crc32: checksum });
}

/** The finished files of a delivery in their order. */
export async function listFiles(ctx: Pick<Context, "db">, deliveryId: string): Promise<DeliveryFile[]> {
  return ctx.db
    .select({
      name: petitionDeliveryFiles.name,
      size: petitionDeliveryFiles.size,
      sha256: petitionDeliveryFiles.sha256,
      crc32: petitionDeliveryFiles.crc32,
    })
    .from(petitionDeliveryFiles)
    .where(eq(petitionDeliveryFiles.deliveryId, deliveryId))
    .orderBy(asc(petitionDeliveryFiles.position));
}

/** Deletes every file of a delivery. */
export async function deleteFiles(ctx: Pick<Context, "db">, deliveryId: string): Promise<void> {
  await ctx.db.delete(petitionDeliveryParts).where(eq(petitionDeliveryParts.deliveryId, deliveryId));
  await ctx.db.delete(petitionDeliveryFiles).where(eq(petitionDeliveryFiles.deliveryId, deliveryId));
}
