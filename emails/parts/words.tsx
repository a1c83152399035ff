import { Fragment } from "react";
import { textDirection } from "~/i18n/text-direction";
import { splitAtIsolates, withoutControls } from "./isolate";

/** A text that keeps its own language inside a mail of another. */
export interface Title {
  title: string;
  locale: string;
}

/** A sentence whose isolated pieces become `<bdi>`; the piece that is `title` bears that title's language. */
export function Words({ children, title }: { children: string; title?: Title }) {
  return splitAtIsolates(children).map((piece, at) => {
    const key = `${at}`;
    if (at % 2 === 0) return <Fragment key={key}>{piece}</Fragment>;
    const own = title !== undefined && piece === withoutControls(title.title);
    return (
      <bdi key={key} {...(own ? { lang: title.locale, dir: textDirection(title.locale) } : { dir: "auto" })}>
        {piece}
      </bdi>
    );
  });
}
