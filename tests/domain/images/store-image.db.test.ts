import sharp from "sharp";
import { expect, test } from "vitest";
import { findImageFile } from "~/domain/images/find-image-file.server";
import { listPictures } from "~/domain/images/list-pictures.server";
import { imageUrl } from "~/domain/images/picture";
import { storeImage } from "~/domain/images/store-image.server";
import { withContext } from "../../support/database";

function photo(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#0f5257" } });
}

const facts = { credit: null, isSample: true };

test(
  "a picture is kept once, in modern formats and the widths that pages use, without what the camera wrote",
  withContext(async (ctx) => {
    const body = await photo(2000, 1000)
      .withExif({ IFD0: { Artist: "Ada" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
      .jpeg()
      .toBuffer();

    const id = await storeImage(ctx, { body, ...facts, credit: "Ada, CC BY 4.0" });
    const again = await storeImage(ctx, { body, ...facts });

    expect(again).toBe(id);
    const { files = [], credit } = (await listPictures(ctx, [id])).get(id) ?? {};
    expect(credit).toBe("Ada, CC BY 4.0");
    expect(files.map(({ width, height, format }) => `${width}×${height} ${format}`).sort()).toEqual([
      ...["1600×800 avif", "1600×800 jpeg", "1600×800 webp"],
      ...["480×240 avif", "480×240 jpeg", "480×240 webp"],
      ...["960×480 avif", "960×480 jpeg", "960×480 webp"],
    ]);
    for (const file of files) {
      const found = await findImageFile(ctx, { ...file, sha256: file.sha256.slice(0, 32) });
      const { format, width, exif } = await sharp(found ?? Buffer.of()).metadata();
      expect({ format, width, exif }).toEqual({
        format: file.format === "avif" ? "heif" : file.format,
        width: file.width,
        exif: undefined,
      });
      expect(imageUrl(file)).toMatch(/^\/pictures\/[0-9a-f]{32}\/\d+\.(avif|webp|jpg)$/);
    }
  }),
);

test(
  "a small picture stays small, and one that was held on its side is turned",
  withContext(async (ctx) => {
    const body = await photo(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const id = await storeImage(ctx, { body, ...facts });
    expect((await listPictures(ctx, [id])).get(id)?.files[0]).toMatchObject({ width: 200, height: 300 });
  }),
);

test.each([
  ["no picture", Buffer.from("hello"), "unreadable"],
  ["nothing", Buffer.of(), "unreadable"],
  [
    "a drawing that can hold script",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    "unknownFormat",
  ],
  ["half a picture", null, "unreadable"],
])("%s is refused", (_, body, reason) =>
  withContext(async (ctx) => {
    const cut = (await photo(900, 900).png().toBuffer()).subarray(0, 300);
    await expect(storeImage(ctx, { body: body ?? cut, ...facts })).rejects.toMatchObject({
      name: "ImageError",
      reason,
    });
  })(),
);
