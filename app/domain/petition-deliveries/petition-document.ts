import type { TextDirection } from "~/i18n/text-direction";

/** A text with the direction in which it begins; `auto`: by its first letter. */
export interface DocumentText {
  text: string;
  dir: TextDirection | "auto";
}

/** A part of a document, in the order of reading. */
export type DocumentBlock =
  | { kind: "title"; text: DocumentText }
  | { kind: "heading"; text: DocumentText }
  | { kind: "paragraph"; text: DocumentText; tone?: "lead" | "small" }
  | { kind: "list"; items: DocumentText[] }
  /** Two columns; figures of the second stand at its end. */
  | { kind: "table"; head: [string, string]; rows: [DocumentText, DocumentText][]; isDense?: boolean }
  /** Somebody with what they say. */
  | { kind: "entry"; title: DocumentText; details: string; quote: DocumentText | null };

/** A petition as those receive it who decide, ready to be drawn. */
export interface PetitionDocument {
  locale: string;
  dir: TextDirection;
  title: string;
  /** Part of the file, so that the same document is the same bytes. */
  createdAt: Date;
  blocks: DocumentBlock[];
  /** At the foot of a page. */
  pageWords(page: number, pages: number): string;
}
