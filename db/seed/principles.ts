import { z } from "zod";
import { principles, principleTranslations } from "../schema/principles";
import { fileStatus, text } from "./file-parts";
import { readContentByLocale } from "./read-content";
import type { SeedScope } from "./seed-scope";

/** `principles.<locale>.json`. */
export const principlesFile = z.object({
  translation_status: fileStatus,
  principles: z
    .array(z.object({ order: z.int().min(1).max(10), slug: text, title: text, short: text, long: text }))
    .length(10),
});

export async function seedPrinciples({ db }: SeedScope): Promise<void> {
  const files = readContentByLocale("principles", principlesFile);
  const source = files.find((file) => file.locale === "en");
  if (source === undefined) throw new Error("db/seed/content: the principles have no English source");

  await db.insert(principles).values(source.content.principles.map(({ slug, order }) => ({ slug, position: order })));
  await db.insert(principleTranslations).values(
    files.flatMap(({ locale, content }) =>
      content.principles.map(({ slug, title, short, long }) => ({
        slug,
        locale,
        status: content.translation_status,
        title,
        short,
        long,
      })),
    ),
  );
}
