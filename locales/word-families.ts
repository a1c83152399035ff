/** The words of one file: texts, grouped as deep as their subjects go. */
export interface Words {
  [key: string]: string | Words;
}

/** Keys that say one thing for different numbers, without the ending for the number; or a single key. */
export interface Family {
  name: string;
  isPlural: boolean;
  /** By plural category; a key that is not plural has its text under `other`. */
  forms: Map<string, string>;
}

const pluralEnding = /_(zero|one|two|few|many|other)$/;

/** The texts of a file by family, in the order of the file. */
export function families(words: Words): Map<string, Family> {
  const texts = flatten(words);
  const result = new Map<string, Family>();
  for (const [key, text] of texts) {
    const stem = key.replace(pluralEnding, "");
    const isPlural =
      stem !== key && [...texts.keys()].some((other) => other === `${stem}_one` || other === `${stem}_other`);
    const name = isPlural ? stem : key;
    const family = result.get(name) ?? { name, isPlural, forms: new Map<string, string>() };
    family.forms.set(isPlural ? key.slice(stem.length + 1) : "other", text);
    result.set(name, family);
  }
  return result;
}

export function keyOf(family: Family, category: string): string {
  return family.isPlural ? `${family.name}_${category}` : family.name;
}

function flatten(words: Words, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  );
}
