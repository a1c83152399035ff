import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";
import { isolatesAsText } from "./isolate";

/** A mail in words, before it has a recipient. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** What this file needs of html-to-text, which brings no types of its own. */
interface TextElement {
  children: TextElement[];
  attribs: { href: string };
}
interface TextBuilder {
  addLineBreak(): void;
  addInline(text: string, options: { noWordTransform: boolean }): void;
}

/** Headings keep their case: capitals would shout a name, and many scripts have none. */
const textOptions = {
  formatters: {
    /** The address goes on a line of its own, where writing from right to left can't mix with it. */
    actionLink(element: TextElement, walk: (of: TextElement[], into: TextBuilder) => void, builder: TextBuilder) {
      walk(element.children, builder);
      builder.addLineBreak();
      builder.addInline(element.attribs.href, { noWordTransform: true });
    },
  },
  selectors: [
    { selector: "h1", options: { uppercase: false } },
    ...["h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "bdi", format: "inlineSurround", options: isolatesAsText },
    { selector: "a", options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    { selector: "a[data-action=true]", format: "actionLink" },
  ],
};

/** Makes both forms of one mail from one tree, so that they can't say different things. */
export async function renderMail(subject: string, body: ReactElement): Promise<RenderedMail> {
  const html = await render(body);
  return { subject, html, text: toPlainText(html, textOptions).trim() };
}
