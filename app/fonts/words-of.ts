import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listCountryOptions } from "~/domain/regions/country-names";

/** All that the product says in a language: the words of its pages, what the campaign brings along, and the countries. */
export function wordsOf(locale: string): string {
  const folders = [
    { folder: new URL(`../../locales/${locale}/`, import.meta.url), isOwn: () => true },
    {
      folder: new URL("../../db/seed/content/", import.meta.url),
      isOwn: (name: string) => name.endsWith(`.${locale}.json`) || name === "sample-partners.json",
    },
  ];
  const inFiles = folders.flatMap(({ folder, isOwn }) =>
    readdirSync(folder)
      .filter(isOwn)
      .flatMap((name) => textsIn(JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), "utf8")))),
  );
  return [...inFiles, ...listCountryOptions(locale).map(({ name }) => name)].join("\n");
}

/** Every string in a JSON value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
