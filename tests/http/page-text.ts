const entities: Record<string, string> = { "&#x27;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** What a reader reads of some HTML. */
export function textOf(html: string): string {
  const text = html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(#x27|quot|lt|gt|amp);/g, (entity) => entities[entity] ?? "");
  return text.replaceAll(/\s+/g, " ").trim();
}

/** The text of the page's first heading. */
export function headingOf(html: string): string {
  return textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "");
}

/** The title of the page, as the browser's tab shows it. */
export function titleOf(html: string): string {
  return textOf(/<head>[\s\S]*?<title>([\s\S]*?)<\/title>[\s\S]*<\/head>/.exec(html)?.[1] ?? "");
}
