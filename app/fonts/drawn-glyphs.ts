import { Blob, Buffer, Face, Font, shapeWithTrace, TracePhase } from "harfbuzzjs";
import { z } from "zod";

/** At first the steps have letters, then glyphs. */
const step = z.object({ t: z.array(z.object({ g: z.number().optional() })) });

/** The numbers of all glyphs that a font needs to draw some words: also those it passes through while it joins letters. */
export function drawnGlyphs(file: Uint8Array, words: Iterable<string>): Set<number> {
  const font = new Font(new Face(new Blob(file)));
  const glyphs = new Set<number>();
  for (const word of words) {
    const buffer = new Buffer();
    buffer.addText(word);
    buffer.guessSegmentProperties();
    for (const trace of shapeWithTrace(font, buffer, [], 0, TracePhase.DONT_STOP)) {
      for (const { g } of step.parse(trace).t) if (g !== undefined) glyphs.add(g);
    }
  }
  return glyphs;
}
