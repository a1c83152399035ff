import MarkdownIt from "markdown-it";

/** Reads what the renderer would refuse, too. */
const reader = new MarkdownIt("default", { html: false, linkify: false, maxNesting: 20 });
reader.validateLink = () => true;

export interface MarkdownTargets {
  /** Where links lead. */
  links: string[];
  pictures: { target: string; alternativeText: string }[];
}

/** Where the links of a Markdown text lead, and which pictures it names, whether they may stand there or not. */
export function targetsIn(text: string): MarkdownTargets {
  const tokens = reader.parse(text, {}).flatMap((token) => token.children ?? []);
  return {
    links: tokens.filter(({ type }) => type === "link_open").map((token) => String(token.attrGet("href") ?? "")),
    pictures: tokens
      .filter(({ type }) => type === "image")
      .map((token) => ({ target: String(token.attrGet("src") ?? ""), alternativeText: token.content.trim() })),
  };
}
