import { toPlainText } from "@react-email/render";
import sanitizeHtml from "sanitize-html";
import { colour } from "./palette";

const ink = `color:${colour.ink}`;
const small = `margin:24px 0 8px;${ink};line-height:26px;font-weight:600`;
const text = `${ink};font-size:16px;line-height:26px`;

/** Mail programs drop style sheets: each element carries its own. Colours follow `palette`. */
const styles: Record<string, { style: string; class?: string }> = {
  a: { style: `color:${colour.accent};text-decoration:underline`, class: "link" },
  blockquote: { style: `margin:0 0 16px;padding:0 16px;border-inline-start:3px solid ${colour.line}`, class: "line" },
  h2: { style: `${small};font-size:20px`, class: "ink" },
  h3: { style: `${small};font-size:18px`, class: "ink" },
  h4: { style: `${small};font-size:16px`, class: "ink" },
  h5: { style: `${small};font-size:16px`, class: "ink" },
  h6: { style: `${small};font-size:16px`, class: "ink" },
  hr: { style: `margin:24px 0;border:0;border-top:1px solid ${colour.line}`, class: "line" },
  li: { style: `margin:0 0 6px;${text}`, class: "ink" },
  ol: { style: "margin:0 0 16px;padding-inline-start:24px" },
  p: { style: `margin:0 0 16px;${text}`, class: "ink" },
  pre: { style: `margin:0 0 16px;white-space:pre-wrap;${ink}`, class: "ink" },
  td: { style: `padding:4px 12px 4px 0;vertical-align:top;${text}`, class: "ink" },
  th: { style: `padding:4px 12px 4px 0;text-align:start;${text}`, class: "ink" },
  ul: { style: "margin:0 0 16px;padding-inline-start:24px" },
};

const transformTags = Object.fromEntries(
  Object.entries(styles).map(([tag, attributes]) => [tag, sanitizeHtml.simpleTransform(tag, attributes)]),
);

/** Safe HTML of an article as a mail shows it: with styles of its own, links that lead somewhere from a mailbox, no picture. */
export function styledForMail(html: string, origin: string): string {
  return sanitizeHtml(html, {
    allowedTags: Object.keys(styles).concat("br", "strong", "em", "s", "bdi", "code", "table", "thead", "tbody", "tr"),
    allowedAttributes: {
      "*": ["style", "class"],
      a: ["href", "style", "class"],
      ol: ["start", "style"],
      th: ["scope", "style"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    transformTags: {
      ...transformTags,
      a: (tagName, { href = "" }) => ({
        tagName,
        attribs: { ...styles.a, href: href.startsWith("/") ? origin + href : href },
      }),
    },
  });
}

/** The first words, which mail programs show beside the subject. */
export function firstWords(html: string): string {
  const [...letters] = toPlainText(html).replaceAll(/\s+/g, " ").trim();
  return letters.length > 120 ? `${letters.slice(0, 119).join("")}…` : letters.join("");
}

/** Words that somebody wrote for this mail. @param props.html made by `styledForMail` */
export function OwnText({ html }: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
