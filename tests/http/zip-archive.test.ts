import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { fitsArchive, zipArchive } from "~/http/portal/zip-archive";

const at = new Date("2026-11-23T12:34:56Z");
const contents = { "petition.pdf": "%PDF-1.7\n".repeat(50_000), "people.csv": "Ada\r\n", "empty.txt": "" };
const files = Object.entries(contents).map(([name, text]) => ({
  name,
  size: Buffer.byteLength(text),
  crc32: crc32(text),
  async *parts() {
    for (let from = 0; from < text.length; from += 100_000) yield Buffer.from(text.slice(from, from + 100_000));
  },
}));

async function archive(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zipArchive(files, at)) parts.push(part);
  return Buffer.concat(parts);
}

test("another program unpacks what was packed, with its checksums right", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zip-"));
  try {
    writeFileSync(path.join(folder, "all.zip"), await archive());
    const script =
      "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2]); print('\\n'.join(i.filename+' '+str(i.date_time) for i in z.infolist()))";
    const listed = execFileSync("python3", ["-c", script, path.join(folder, "all.zip"), folder]).toString();
    expect(listed).toContain("petition.pdf (2026, 11, 23, 12, 34, 56)");
    for (const [name, text] of Object.entries(contents))
      expect(readFileSync(path.join(folder, name), "utf8")).toBe(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("packed twice it is the same bytes, and what is too large for the format is known before", async () => {
  expect((await archive()).equals(await archive())).toBe(true);
  expect(fitsArchive(files)).toBe(true);
  expect(fitsArchive([{ size: 0xffff_ffff }])).toBe(false);
});
