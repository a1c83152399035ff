import { and, eq, like } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { imageFiles, images } from "~db/schema/images";
import type { PictureFile } from "./picture";

/**
 * The bytes of one file of a picture.
 * @param wanted.sha256 its first 32 digits, as the address has them
 */
export async function findImageFile(
  ctx: Pick<Context, "db">,
  wanted: Pick<PictureFile, "sha256" | "width" | "format">,
): Promise<Buffer | null> {
  const [row] = await ctx.db
    .select({ body: imageFiles.body })
    .from(images)
    .innerJoin(imageFiles, eq(imageFiles.imageId, images.id))
    .where(
      and(
        like(images.sha256, `${wanted.sha256}%`),
        eq(imageFiles.width, wanted.width),
        eq(imageFiles.format, wanted.format),
      ),
    );
  return row?.body ?? null;
}
