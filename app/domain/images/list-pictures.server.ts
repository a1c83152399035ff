import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { imageFiles, images } from "~db/schema/images";
import type { PictureFile } from "./picture";

/** The files of pictures, narrowest first, by the pictures' ids. An id that is none is left out. */
export async function listPictures(ctx: Context, ids: readonly string[]): Promise<Map<string, PictureFile[]>> {
  const found = new Map<string, PictureFile[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({
      id: images.id,
      sha256: images.sha256,
      fullWidth: images.width,
      fullHeight: images.height,
      width: imageFiles.width,
      format: imageFiles.format,
    })
    .from(images)
    .innerJoin(imageFiles, eq(imageFiles.imageId, images.id))
    .where(inArray(images.id, [...ids]))
    .orderBy(imageFiles.width);
  for (const { id, sha256, fullWidth, fullHeight, width, format } of rows) {
    const height = Math.round((fullHeight * width) / fullWidth);
    found.set(id, [...(found.get(id) ?? []), { sha256, format, width, height }]);
  }
  return found;
}
