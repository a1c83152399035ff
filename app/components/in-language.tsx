import type { ReactNode } from "react";
import { useLocale } from "./use-locale";

/** Attributes of a text that may be in another language than the page: it carries its own. */
export function useLanguageAttributes(): (text: { locale: string; dir: "ltr" | "rtl" }) => {
  lang?: string;
  dir?: string;
} {
  const page = useLocale();
  return (text) => (text.locale === page ? {} : { lang: text.locale, dir: text.dir });
}

/** A block of text in its own language. */
export function InLanguage({ text, children }: { text: { locale: string; dir: "ltr" | "rtl" }; children: ReactNode }) {
  const attributes = useLanguageAttributes();
  return <div {...attributes(text)}>{children}</div>;
}
