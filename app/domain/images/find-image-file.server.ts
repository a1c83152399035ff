import { and, eq, inArray, isNull, like, type SQL } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { imageFiles, images } from "~db/schema/images";
import type { PictureFile } from "./picture";

type WantedFile = Pick<PictureFile, "sha256" | "width" | "format">;

/**
 * The bytes of one file of a picture that everybody may see.
 * @param wanted.sha256 its first 32 digits, as the address has them
 */
export function findImageFile(ctx: Pick<Context, "db">, wanted: WantedFile): Promise<Buffer | null> {
  return find(ctx, wanted, isNull(images.heldSince));
}

/** The same of one of these pictures, whoever may see it. */
export function findFileOf(
  ctx: Pick<Context, "db">,
  imageIds: readonly string[],
  wanted: WantedFile,
): Promise<Buffer | null> {
  return find(ctx, wanted, inArray(images.id, [...imageIds]));
}

async function find(ctx: Pick<Context, "db">, wanted: WantedFile, which: SQL): Promise<Buffer | null> {
  const [row] = await ctx.db
    .select({ body: imageFiles.body })
    .from(images)
    .innerJoin(imageFiles, eq(imageFiles.imageId, images.id))
    .where(
      and(
        which,
        like(images.sha256, `${wanted.sha256}%`),
        eq(imageFiles.width, wanted.width),
        eq(imageFiles.format, wanted.format),
      ),
    );
  return row?.body ?? null;
}
