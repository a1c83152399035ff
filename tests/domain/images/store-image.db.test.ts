import { crc32 } from "node:zlib";
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

test.each([
  ["a file of more than 20 MB", () => Promise.resolve(Buffer.alloc(20_000_001))],
  ["a picture of few bytes that unpacks to a hundred million pixels", () => photo(10_000, 10_000).png().toBuffer()],
  ["one that is wider than anybody's screen", () => photo(30_000, 1).png().toBuffer()],
  ["one that is longer than anybody reads", () => photo(1_000, 30_000).png().toBuffer()],
  ["a bomb that only says how large it is", () => Promise.resolve(pngHeader(50_000, 50_000))],
])("%s is refused as too large, before it is unpacked", (_, make) =>
  withContext(async (ctx) => {
    const body = await make();
    await expect(storeImage(ctx, { body, ...facts })).rejects.toMatchObject({ name: "ImageError", reason: "tooLarge" });
  })(),
);

test(
  "a picture as narrow as a line is kept",
  withContext(async (ctx) => {
    const body = await photo(9_000, 2).png().toBuffer();
    const { files = [] } =
      (await listPictures(ctx, [await storeImage(ctx, { body, ...facts })])).values().next().value ?? {};
    expect(files.every(({ height }) => height === 1)).toBe(true);
  }),
);

/** The beginning of a PNG, as far as its size; what follows is missing. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
