import { z } from "zod";
import { type LetterLines, letterLines } from "../schema/content/letter-lines";
import { fileStatus } from "./file-parts";

/** `letter-lines.<locale>.json`. */
export const letterLinesFile = z
  .object({ translation_status: fileStatus, lines: letterLines.omit({ status: true }) })
  .transform((file): LetterLines => ({ ...file.lines, status: file.translation_status }));
