import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What is used here of HarfBuzz's subsetter (`hb-subset.h`). Fonts, sets and inputs are addresses in its memory. */
interface Subsetter {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  hb_blob_create(address: number, bytes: number, mode: number, data: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_set_add(set: number, member: number): void;
  hb_set_clear(set: number): void;
  hb_set_invert(set: number): void;
  hb_subset_or_fail(face: number, input: number): number;
  hb_face_reference_blob(face: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
}

const WRITABLE = 2;
const GLYPHS = 0;
const FEATURES = 6;
/** Keep the glyphs that are named, not all that they might be joined to. */
const NO_LAYOUT_CLOSURE = 0x200;

/** Cuts from a font all glyphs but those of some letters and those that are named, which `subset-font` has no way to say. */
export async function keepGlyphs(file: Uint8Array, letters: string, glyphs: ReadonlySet<number>): Promise<Buffer> {
  const hb = await loadSubsetter();
  const address = hb.malloc(file.length);
  new Uint8Array(hb.memory.buffer).set(file, address);
  const face = hb.hb_face_create(hb.hb_blob_create(address, file.length, WRITABLE, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, NO_LAYOUT_CLOSURE);
  const features = hb.hb_subset_input_set(input, FEATURES);
  hb.hb_set_clear(features);
  hb.hb_set_invert(features);
  const letterSet = hb.hb_subset_input_unicode_set(input);
  for (const letter of letters) hb.hb_set_add(letterSet, letter.codePointAt(0) ?? 0);
  const glyphSet = hb.hb_subset_input_set(input, GLYPHS);
  for (const glyph of glyphs) hb.hb_set_add(glyphSet, glyph);
  const cut = hb.hb_subset_or_fail(face, input);
  if (cut === 0) throw new Error("The font can't be cut.");
  const blob = hb.hb_face_reference_blob(cut);
  const start = hb.hb_blob_get_data(blob, 0);
  return Buffer.from(new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob)));
}

async function loadSubsetter(): Promise<Subsetter> {
  const program = readFileSync(fileURLToPath(import.meta.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm")));
  const { instance } = await WebAssembly.instantiate(new Uint8Array(program));
  const subsetter = instance.exports as unknown as Subsetter;
  subsetter._initialize();
  return subsetter;
}
