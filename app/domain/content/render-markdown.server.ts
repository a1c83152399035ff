import MarkdownIt, { type Token } from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { imageUrl, type StoredPicture } from "~/domain/images/picture";

/** How pictures of our own are named in a text: `![What it shows](image:0190…)`. */
const imageName = /^image:([0-9a-f-]{36})$/;

/** Deeper lists and quotes than anybody reads only cost time. */
const DEEPEST = 20;

const markdown = new MarkdownIt("default", { html: false, linkify: false, typographer: false, maxNesting: DEEPEST });
markdown.validateLink = (url) => imageName.test(url) || isSafeLink(url);

/** The id in the name of a picture of our own, or null where the name is none. */
export function pictureId(target: string): string | null {
  return imageName.exec(target)?.[1] ?? null;
}

/** Whether a link may lead there: our own pages, the web and mail. What a browser would make of control characters in a scheme is not tried. */
export function isSafeLink(url: string): boolean {
  return /^(https:\/\/|http:\/\/|mailto:|\/(?!\/)|#)/i.test(url.trim());
}

/** Everything a text may become; whatever is not here is left out. The second lock behind the renderer. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "strong", "em", "s", "small", "bdi", "code", "pre", "blockquote", "a", "ul", "ol", "li"],
    ...["h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "div"],
    ...["figure", "figcaption", "picture", "source", "img"],
  ],
  allowedAttributes: {
    a: ["href", "rel", "hreflang"],
    ol: ["start"],
    th: ["scope"],
    div: ["class", "tabindex", "role"],
    source: ["type", "srcset", "sizes"],
    img: ["src", "alt", "width", "height", "loading", "decoding"],
  },
  allowedClasses: { div: ["table-scroll"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesAppliedToAttributes: ["href", "src", "srcset"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  selfClosing: ["br", "hr", "img", "source"],
};

/**
 * HTML of a Markdown text (CommonMark with tables), safe whatever the text holds: no HTML of its own, no script, no
 * link but to the web, mail and our pages, no picture but our own. Its headings begin under the page's.
 * @param pictures the pictures that the text names, by id; one that is not there is left out
 */
export function renderMarkdown(text: string, pictures: ReadonlyMap<string, StoredPicture> = new Map()): string {
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = lowered(token.tag);
  }
  for (const [index, token] of tokens.entries()) if (isPictureAlone(token)) asFigure(tokens, index);
  return sanitizeHtml(markdown.renderer.render(tokens, markdown.options, { pictures }), allowed);
}

/** The ids of the pictures that a text names. */
export function picturesIn(text: string): string[] {
  const ids = markdown
    .parse(text, {})
    .flatMap((token) => token.children ?? [])
    .filter(({ type }) => type === "image")
    .flatMap((token) => imageName.exec(attribute(token, "src"))?.[1] ?? []);
  return [...new Set(ids)];
}

function lowered(tag: string): string {
  return `h${Math.min(6, Number(tag.slice(1)) + 1)}`;
}

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  const token = tokens[index];
  if (/^https?:/i.test(attribute(token, "href"))) token?.attrSet("rel", "noreferrer");
  return self.renderToken(tokens, index, options);
};

// A table wider than the page scrolls by itself, also with the keys.
markdown.renderer.rules.table_open = () => '<div class="table-scroll" tabindex="0" role="group"><table>';
markdown.renderer.rules.table_close = () => "</table></div>";
markdown.renderer.rules.th_open = () => '<th scope="col">';
markdown.renderer.rules.td_open = () => "<td>";

markdown.renderer.rules.image = (tokens, index, _options, env) => {
  const token = tokens[index];
  const id = imageName.exec(attribute(token, "src"))?.[1] ?? "";
  const { files = [], credit = null } = picturesOf(env).get(id) ?? {};
  const alt = markdown.utils.escapeHtml(token?.content.trim() ?? "");
  const largest = files.filter(({ format }) => format === "jpeg").sort((a, b) => b.width - a.width)[0];
  // A picture without words says nothing to those who cannot see it: it is not shown to anybody.
  if (largest === undefined || alt === "") return "";
  const sources = (["avif", "webp"] as const).map((format) => {
    const set = files.filter((file) => file.format === format).map((file) => `${imageUrl(file)} ${file.width}w`);
    return set.length > 0
      ? `<source type="image/${format}" srcset="${set.join(", ")}" sizes="(min-width: 45rem) 38rem, 92vw">`
      : "";
  });
  const size = `width="${largest.width}" height="${largest.height}"`;
  const picture = `<picture>${sources.join("")}<img src="${imageUrl(largest)}" alt="${alt}" ${size} loading="lazy" decoding="async"></picture>`;
  if (credit === null) return picture;
  const named = `<bdi>${markdown.utils.escapeHtml(credit)}</bdi>`;
  return token?.meta?.isFigure ? `${picture}<figcaption>${named}</figcaption>` : `${picture} <small>${named}</small>`;
};

/** A paragraph that is nothing but a picture. */
function isPictureAlone({ type, children }: Token): boolean {
  return type === "inline" && children?.length === 1 && children[0]?.type === "image";
}

/** Its maker is named beneath it then, and not in the line. */
function asFigure(tokens: Token[], index: number): void {
  const [open, inline, close] = tokens.slice(index - 1, index + 2);
  if (open?.type !== "paragraph_open" || close?.type !== "paragraph_close" || open.hidden) return;
  open.tag = "figure";
  close.tag = "figure";
  for (const image of inline?.children ?? []) image.meta = { isFigure: true };
}

function attribute(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? "");
}

function picturesOf(env: unknown): ReadonlyMap<string, StoredPicture> {
  const pictures: unknown = typeof env === "object" && env !== null && "pictures" in env ? env.pictures : undefined;
  return pictures instanceof Map ? pictures : new Map();
}
