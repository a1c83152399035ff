/** A file to be put into an archive; size and checksum are known before. */
export interface ArchivedFile {
  name: string;
  size: number;
  crc32: number;
  parts(): AsyncIterable<Buffer>;
}

/** Flag of APPNOTE 4.4.4, bit 11: names are UTF-8. */
const UTF8 = 0x0800;
const VERSION = 20;
/** Files of more need another format (ZIP64). */
const MOST_BYTES = 0xffff_ffff;

/** Whether files fit into an archive of this format. */
export function fitsArchive(files: readonly { size: number }[]): boolean {
  return files.length < 0xffff && files.reduce((sum, { size }) => sum + size + 1_000, 0) < MOST_BYTES;
}

/**
 * Writes files one after the other as a ZIP archive without compressing them (PKWARE APPNOTE 6.3.10), so that any number of them
 * goes out in the memory of one part.
 * @param at stands as the time of each file, in UTC
 */
export async function* zipArchive(files: readonly ArchivedFile[], at: Date): AsyncGenerator<Buffer> {
  const entries: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const facts = factsOf(file, name, at);
    const head = Buffer.concat([uint32(0x0403_4b50), facts, name]);
    entries.push(
      Buffer.concat([
        uint32(0x0201_4b50),
        uint16(VERSION),
        facts,
        uint16(0),
        uint16(0),
        uint16(0),
        uint32(0),
        uint32(offset),
        name,
      ]),
    );
    yield head;
    for await (const part of file.parts()) yield part;
    offset += head.length + file.size;
  }
  const directory = Buffer.concat(entries);
  yield directory;
  yield Buffer.concat([
    uint32(0x0605_4b50),
    uint16(0),
    uint16(0),
    uint16(files.length),
    uint16(files.length),
    uint32(directory.length),
    uint32(offset),
    uint16(0),
  ]);
}

/** What the head of a file and its place in the directory say alike. */
function factsOf({ size, crc32 }: ArchivedFile, name: Buffer, at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([
    uint16(VERSION),
    uint16(UTF8),
    // Stored as they are.
    uint16(0),
    uint16(time),
    uint16(day),
    uint32(crc32),
    uint32(size),
    uint32(size),
    uint16(name.length),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
