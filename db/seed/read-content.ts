import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const folder = fileURLToPath(new URL("./content/", import.meta.url));

/**
 * Reads one content file.
 * @throws an error that names the file and what is wrong in it
 */
export function readContent<T>(file: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(JSON.parse(readFileSync(folder + file, "utf8")));
  if (!result.success) throw new Error(`db/seed/content/${file}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** Reads `<kind>.<locale>.json` in every locale there is. */
export function readContentByLocale<T>(kind: string, schema: z.ZodType<T>): { locale: string; content: T }[] {
  const name = new RegExp(`^${kind}\\.([\\w-]+)\\.json$`);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const locale = name.exec(file)?.[1];
      return locale === undefined ? [] : [{ locale, content: readContent(file, schema) }];
    });
}
