import { z } from "zod";
import { updates, updateTranslations } from "../schema/updates";
import { fileStatus, text } from "./file-parts";
import { readContentByLocale } from "./read-content";
import type { SeedScope } from "./seed-scope";

const updatesFile = z.object({
  translation_status: fileStatus,
  items: z.array(
    z.object({
      slug: text,
      type: z.enum(updates.type.enumValues),
      sample: z.boolean(),
      title: text,
      dek: text,
      published_at: z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`)),
      countries: z.array(text),
      principles: z.array(text),
      body_markdown: text,
    }),
  ),
});

export async function seedUpdates({ db }: SeedScope): Promise<void> {
  const files = readContentByLocale("updates", updatesFile);
  const bySlug = new Map(files.flatMap(({ content }) => content.items.map((item) => [item.slug, item] as const)));

  await db.insert(updates).values(
    [...bySlug.values()].map((item) => ({
      slug: item.slug,
      type: item.type,
      isSample: item.sample,
      publishedAt: item.published_at,
      countries: item.countries,
      principles: item.principles,
    })),
  );
  await db.insert(updateTranslations).values(
    files.flatMap(({ locale, content }) =>
      content.items.map((item) => ({
        slug: item.slug,
        locale,
        status: content.translation_status,
        title: item.title,
        dek: item.dek,
        body: item.body_markdown,
      })),
    ),
  );
}
