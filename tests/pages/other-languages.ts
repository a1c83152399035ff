import type { PageText } from "./read-page";
import { sameInBoth } from "./same-in-both";

/** Addresses and numbers of districts, offices and versions: `CA-14`, `www.example.org/a`, `a@example.org`. */
const code = /^(\S+@\S+|\S*\w[.:/]\w\S*|[A-Z\d-]+)$/;

/**
 * Texts of a page that are the same as on the English page and do not say that they are English: somebody forgot to
 * translate them. Names, codes and the few words that both languages share are none.
 */
export function findEnglish(texts: readonly PageText[], english: readonly PageText[], locale: string): string[] {
  const inEnglish = new Set(
    withoutMarkedElsewhere(english)
      .filter(({ lang }) => lang === "en")
      .map(({ words }) => words),
  );
  return withoutMarkedElsewhere(texts)
    .filter(({ words, lang, isName }) => !isName && lang === locale && inEnglish.has(words))
    .filter(({ words }) => /\p{L}{2}/u.test(words) && !code.test(words) && !sameInBoth(words, locale))
    .map(({ words, at }) => `English without saying so: ${words.slice(0, 100)} in ${at}`);
}

/** Where a text of so many words has not one letter of its language's script, it is in another language. */
const MANY_WORDS = 5;

const latin = /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const scripts: Record<string, RegExp> = {
  Arab: /\p{Script=Arabic}/u,
  Beng: /\p{Script=Bengali}/u,
  Deva: /\p{Script=Devanagari}/u,
  Hant: /\p{Script=Han}/u,
};

/** Texts in a script that the language they stand under is not written in. */
export function findForeignScript(texts: readonly PageText[]): string[] {
  return withoutMarkedElsewhere(texts)
    .filter(({ words, lang, isName }) => {
      if (isName) return false;
      const own = scripts[new Intl.Locale(lang || "en").maximize().script ?? ""];
      const letters = words.match(/\p{L}/gu) ?? [];
      if (own === undefined) return letters.some((letter) => !latin.test(letter));
      if (letters.some((letter) => !latin.test(letter) && !own.test(letter))) return true;
      const latinWords = words.split(/\s+/).filter((word) => /^\p{Script=Latin}{2}/u.test(word));
      return latinWords.length >= MANY_WORDS && !letters.some((letter) => own.test(letter));
    })
    .map(({ words, lang, at }) => `another script than that of ${lang}: ${words.slice(0, 100)} in ${at}`);
}

/**
 * The texts without those of the head that stand in the body under a language of their own: what shows a page's title
 * in a tab or in a list of results knows no language of a part.
 */
function withoutMarkedElsewhere(texts: readonly PageText[]): PageText[] {
  const page = texts.find(({ at }) => at === "<title>")?.lang;
  const marked = new Set(texts.filter(({ lang }) => lang !== page).map(({ words }) => words));
  return texts.filter(
    ({ words, at }) => !(/^<(title|meta)/.test(at) && marked.has(words.replace(/ · Privacy for All$/, ""))),
  );
}
