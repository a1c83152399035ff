import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { imageFiles, images } from "../schema/images";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

/** A drawing of a sample: its folder, and the size of its largest file in pixels. */
interface ShippedPicture {
  picture: string;
  width: number;
  height: number;
}

/** A phone, and a phone with a fine screen. */
const NARROW = 480;
const formats = imageFiles.format.enumValues;

export function pictureId({ picture }: Pick<ShippedPicture, "picture">): string {
  return stableId("image", picture);
}

/** Keeps a picture in the files that pages use, as they come: `content/pictures/<name>/<width>.<format>`. */
export async function seedPicture({ db, now }: Pick<SeedScope, "db" | "now">, shipped: ShippedPicture): Promise<void> {
  const { picture, width, height } = shipped;
  const imageId = pictureId(shipped);
  const files = [NARROW, width].flatMap((wide) =>
    formats.map((format) => ({ imageId, width: wide, format, body: readPicture(`${picture}/${wide}.${format}`) })),
  );
  const sha256 = createHash("sha256")
    .update(readPicture(`${picture}/${width}.jpeg`))
    .digest("hex");
  await db
    .insert(images)
    .values({ id: imageId, sha256, width, height, credit: null, isSample: true, createdAt: now })
    .onConflictDoNothing();
  await db.insert(imageFiles).values(files).onConflictDoNothing();
}

function readPicture(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`./content/pictures/${name}`, import.meta.url)));
}
