import MarkdownIt from "markdown-it";

const reader = new MarkdownIt("commonmark", { html: false }).enable("table");

/** What a Markdown text says, without its signs: for the search. */
export function plainText(markdown: string): string {
  const parts: string[] = [];
  for (const token of reader.parse(markdown, {})) {
    if (token.type === "inline") parts.push((token.children ?? []).map(wordsOf).join(""));
    else if (token.type === "fence" || token.type === "code_block") parts.push(token.content);
  }
  return parts.join("\n").trim();
}

function wordsOf({ type, content }: { type: string; content: string }): string {
  return type === "softbreak" || type === "hardbreak" ? " " : content;
}
