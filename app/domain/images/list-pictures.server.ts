import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { imageFiles, images } from "~db/schema/images";
import type { StoredPicture } from "./picture";

/** Pictures by their ids. An id that is none is left out. */
export async function listPictures(ctx: Context, ids: readonly string[]): Promise<Map<string, StoredPicture>> {
  const found = new Map<string, StoredPicture>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({
      id: images.id,
      sha256: images.sha256,
      credit: images.credit,
      fullWidth: images.width,
      fullHeight: images.height,
      width: imageFiles.width,
      format: imageFiles.format,
    })
    .from(images)
    .innerJoin(imageFiles, eq(imageFiles.imageId, images.id))
    .where(inArray(images.id, [...ids]))
    .orderBy(imageFiles.width);
  for (const { id, sha256, credit, fullWidth, fullHeight, width, format } of rows) {
    const height = Math.max(1, Math.round((fullHeight * width) / fullWidth));
    const picture = found.get(id) ?? { files: [], credit };
    picture.files.push({ sha256, format, width, height });
    found.set(id, picture);
  }
  return found;
}
