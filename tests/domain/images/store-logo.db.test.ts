import sharp from "sharp";
import { expect, test } from "vitest";
import { findFileOf } from "~/domain/images/find-image-file.server";
import { listPictures } from "~/domain/images/list-pictures.server";
import { storeLogo } from "~/domain/images/store-logo.server";
import { withContext } from "../../support/database";

const svg = (inside: string, size = 'width="120" height="60"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inside}</svg>`,
  );

const mark = '<rect x="10" y="10" width="60" height="40" fill="#0b5d3b"/>';

test(
  "a drawing becomes pixels on white, whatever was in it",
  withContext(async (ctx) => {
    const hostile = svg(
      `<script>alert(1)</script><foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>
       <image xlink:href="file:///etc/hostname" width="9" height="9"/><image xlink:href="https://example.org/x.png" width="9" height="9"/>
       <a xlink:href="javascript:alert(1)">${mark}</a>`,
      'width="120" height="60" onload="alert(1)"',
    );
    const id = await storeLogo(ctx, { body: hostile, isHeld: false });
    const files = (await listPictures(ctx, [id])).get(id)?.files ?? [];
    expect(files).toHaveLength(3);
    for (const file of files) {
      const body = (await findFileOf(ctx, [id], file)) ?? Buffer.of();
      const { format, hasAlpha } = await sharp(body).metadata();
      expect({ format, hasAlpha }).toEqual({ format: file.format === "avif" ? "heif" : file.format, hasAlpha: false });
      expect(body.toString("latin1")).not.toMatch(/<svg|script|alert/);
      const { data, info } = await sharp(body).raw().toBuffer({ resolveWithObject: true });
      // Nothing beside the mark: the corner is white.
      expect(Math.min(...data.subarray(0, info.channels))).toBeGreaterThan(245);
    }
  }),
);

test(
  "a small drawing is drawn sharp, a large picture made small, and the same logo is kept once",
  withContext(async (ctx) => {
    const id = await storeLogo(ctx, { body: svg(mark), isHeld: true });
    expect(await storeLogo(ctx, { body: svg(mark), isHeld: true })).toBe(id);
    expect((await listPictures(ctx, [id])).get(id)?.files[0]).toMatchObject({ width: 384, height: 192 });
    const large = await sharp({ create: { width: 3_000, height: 300, channels: 4, background: "#0b5d3bff" } })
      .png()
      .toBuffer();
    const other = await storeLogo(ctx, { body: large, isHeld: true });
    expect((await listPictures(ctx, [other])).get(other)?.files[0]).toMatchObject({ width: 480, height: 48 });
  }),
);

const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
  .split("")
  .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghi"[index]};`.repeat(10)}">`)
  .join("")}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>`;

test.each([
  ["white throughout", () => svg('<rect width="9" height="9" fill="#ffffff"/>'), "invisible"],
  ["empty", () => svg(""), "invisible"],
  ["no picture", () => Buffer.from("GIF89a?"), "unreadable"],
  ["huge when it is drawn", () => svg(mark, 'width="90000" height="90000"'), "unreadable"],
  ["an entity bomb", () => Buffer.from(bomb), "unreadable"],
  ["too many bytes", () => Buffer.alloc(2_000_001), "tooLarge"],
])("a file that is %s is refused", (_what, body, reason) =>
  withContext(async (ctx) => {
    await expect(storeLogo(ctx, { body: body(), isHeld: true })).rejects.toMatchObject({ reason });
  })(),
);
