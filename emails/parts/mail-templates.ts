import { withoutControls } from "./isolate";
import type { RenderedMail } from "./render-mail";

/** Mails of one shape, kept ready with gaps for what differs from reader to reader. */
export interface MailTemplates<Shape, Gap extends string> {
  /**
   * Writes a mail: the same bytes as `render` would give, without rendering anew.
   * @param values plain text; what stands in a gap of a link holds only characters that need no escaping there
   */
  write(shape: Shape, values: Record<Gap, string>): Promise<RenderedMail>;
}

/** Shapes are few: a petition in its languages, and what was ticked. */
const MOST_SHAPES = 200;

type Piece<Gap> = string | { gap: Gap };
type Template<Gap> = Record<keyof RenderedMail, Piece<Gap>[]>;

/**
 * Renders a mail once for each shape and fills the gaps of the copy afterwards, because rendering takes a hundred
 * times as long. What a gap can't hold as it is (a text that rendering would change) is rendered as ever.
 * @param render must depend on nothing but the shape and the values, and on the values only by showing them
 * @param keyOf tells shapes apart
 * @param gapNames the names of the values
 */
export function createMailTemplates<Shape, Gap extends string>(
  render: (shape: Shape, value: (gap: Gap) => string) => Promise<RenderedMail>,
  keyOf: (shape: Shape) => string,
  gapNames: readonly Gap[],
): MailTemplates<Shape, Gap> {
  const kept = new Map<string, Template<Gap>>();

  async function templateOf(shape: Shape): Promise<Template<Gap>> {
    const key = keyOf(shape);
    const known = kept.get(key);
    if (known) return known;
    const { subject, html, text } = await render(shape, (gap) => markOf(gapNames.indexOf(gap)));
    const template = { subject: cut(subject, gapNames), html: cut(html, gapNames), text: cut(text, gapNames) };
    if (kept.size >= MOST_SHAPES) kept.clear();
    kept.set(key, template);
    return template;
  }

  return {
    async write(shape, values) {
      if (!gapNames.every((name) => isFillable(values[name]))) return render(shape, (gap) => values[gap]);
      const { subject, html, text } = await templateOf(shape);
      return { subject: fill(subject, values), html: fill(html, values, escaped), text: fill(text, values) };
    },
  };
}

/**
 * Marks of three characters for private use (Unicode 16, 23.5): they pass through React, links and plain text
 * unchanged, and nobody's words hold them in this order.
 */
function markOf(position: number): string {
  return `\uE0F0${String.fromCharCode(0xe100 + position)}\uE0F1`;
}

function cut<Gap extends string>(written: string, gapNames: readonly Gap[]): Piece<Gap>[] {
  return written.split(/\uE0F0([\uE100-\uE1FF])\uE0F1/).flatMap((piece, at): Piece<Gap>[] => {
    if (at % 2 === 0) return piece === "" ? [] : [piece];
    const gap = gapNames[piece.charCodeAt(0) - 0xe100];
    return gap === undefined ? [] : [{ gap }];
  });
}

function fill<Gap extends string>(
  pieces: readonly Piece<Gap>[],
  values: Record<Gap, string>,
  shown: (value: string) => string = (value) => value,
): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : shown(values[piece.gap]))).join("");
}

/** Words apart by single spaces: plain text and `isolate` would change everything else. */
function isFillable(value: string): boolean {
  return /^[^\s\u200B]+(?: [^\s\u200B]+)*$/u.test(value) && !/\p{Cs}/u.test(value) && withoutControls(value) === value;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** As React escapes text and attributes. */
function escaped(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
