import type { Page } from "playwright-core";

/** A text of a page: of an element, or of an attribute that is shown or read out. */
export interface PageText {
  words: string;
  /** `<p class="lead">`, or `<img alt>`. */
  at: string;
  /** The language it says it is in. */
  lang: string;
  /** Stands as the name of somebody or something, as what a computer reads, or as what the reader has typed. */
  isName: boolean;
}

export interface PageContent {
  lang: string;
  dir: string;
  texts: PageText[];
  /** What the page has left in the browser. */
  stored: string[];
  /** What moves although the reader asked for rest. */
  moving: string[];
}

/** Reads what a page says, hidden texts and those for search engines too, and what it keeps in the browser. */
export function readPage(page: Page): Promise<PageContent> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const nameOf = (element: Element, attribute?: string) => {
      const sort = attribute ?? (element.className ? `class="${element.getAttribute("class")}"` : "");
      return `<${element.localName}${sort && ` ${sort}`}>`;
    };
    const texts: PageText[] = [];
    const add = (text: string | null, element: Element, attribute?: string) => {
      const words = (text ?? "").replaceAll(/\s+/g, " ").trim();
      if (words === "") return;
      const lang = element.closest("[lang]")?.getAttribute("lang") ?? "";
      const isName = element.closest('bdi, code, mark, [translate="no"]') !== null;
      texts.push({ words, at: nameOf(element, attribute), lang, isName });
    };

    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element !== null && element.closest("script, style") === null) add(walker.currentNode.textContent, element);
    }
    const shown = ["title", "alt", "aria-label", "aria-description", "aria-roledescription", "placeholder"];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        // Words for our scripts stand in attributes of their own.
        const isForScript = name.startsWith("data-") && /\S\s/.test(value) && !value.startsWith("{");
        if (shown.includes(name) || isForScript) add(value, element, name);
      }
      if (element.matches("input[type=submit], input[type=button]"))
        add(element.getAttribute("value"), element, "value");
      const meta = element.getAttribute("name") ?? element.getAttribute("property") ?? "";
      if (element.matches("meta") && /description|title|:alt$/.test(meta)) {
        add(element.getAttribute("content"), element, meta);
      }
    }

    const databases = await indexedDB.databases();
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      texts,
      stored: [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...databases.map(({ name }) => name ?? "a database"),
        ...(await caches.keys()),
        ...document.cookie.split(";").filter(Boolean),
      ],
      moving: document.getAnimations().map((one) => String(one.id || one.constructor.name)),
    };
  });
}
