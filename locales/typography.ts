/** How a language ends a sentence and a question, where it does not do so as English does. */
const ownEnds: Record<string, { stop?: string; question?: string }> = {
  ar: { question: "؟" },
  bn: { stop: "।" },
  hi: { stop: "।" },
  ur: { stop: "۔", question: "؟" },
  "zh-Hant": { stop: "。", question: "？" },
};

/** What may stand behind the mark that ends a sentence: quotes, brackets, tags, and the end of an isolate. */
const closing = /(?:[\s"'”’»）)」』\]\u2069]|<\/?\w+>)+$/u;
/** A sentence of three words or more. */
const sentence = /\s\S+\s\S*[\p{Ll}\d}”’»)]\.$/u;
/** “Ms. or Mr.” ends with a full stop and is no sentence. */
const abbreviation = /\b(?:dr|etc|inc|mrs?|ms|no|st)\.$/i;

/**
 * What is surely wrong with how a text is set, in a few words each: only what is a fault wherever it stands.
 * @param sources the same text in English, in all its plural forms
 */
export function typographyFaults(locale: string, text: string, sources: readonly string[]): string[] {
  return [
    ...spaceFaults(text),
    ...signFaults(locale, text),
    ...(sources.includes(text) ? [] : endFaults(locale, text, sources)),
  ];
}

function spaceFaults(text: string): string[] {
  return [
    ...(text.trim() === "" || text === text.trim() ? [] : ["begins or ends with a space"]),
    ...(/\S[ \u00a0]{2,}\S/.test(text) ? ["has two spaces in a row"] : []),
  ];
}

function signFaults(locale: string, text: string): string[] {
  const opened = text.match(/[\u2066-\u2068]/g)?.length ?? 0;
  const closed = text.match(/\u2069/g)?.length ?? 0;
  const foreign = text.match(/\p{Nd}/gu)?.find((digit) => !/\d/.test(digit) && !ownDigits(locale).includes(digit));
  return [
    ...(/[\u200e\u200f\u202a-\u202e\u061c]/.test(text)
      ? ["has a mark of direction; isolate what runs the other way"]
      : []),
    ...(opened === closed ? [] : ["has an isolate that is not opened or not closed"]),
    ...(foreign === undefined
      ? []
      : [`has the digit ${foreign}, and numbers in ${locale} are shown with other digits`]),
    ...(/"/.test(text.replaceAll(/<[^>]*>/g, "")) ? ['has a straight quotation mark: "'] : []),
    ...(/\p{L}'\p{L}/u.test(text) ? ["has a straight apostrophe: '"] : []),
  ];
}

function endFaults(locale: string, text: string, sources: readonly string[]): string[] {
  const english = sources.map((source) => source.replace(closing, ""));
  const own = text.replace(closing, "");
  const { stop = ".", question = "?" } = ownEnds[locale] ?? {};
  const isSentence = english.every((each) => sentence.test(each) && !abbreviation.test(each));
  if (isSentence && !new RegExp(`[${stop}${question}…!:।。！]$`, "u").test(own)) {
    return [`does not end with a full stop: ${stop}`];
  }
  return english.every((each) => each.endsWith("?")) && !own.endsWith(question)
    ? [`does not end with a question mark: ${question}`]
    : [];
}

/** The digits with which numbers are shown in a language. */
function ownDigits(locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210);
}
