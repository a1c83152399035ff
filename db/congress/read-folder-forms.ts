import { z } from "zod";
import type { ContactFormFacts } from "./facts";
import type { FactsFiles } from "./facts-files";
import { parseJson } from "./parse-text";

const formsFile = z.object({
  forms: z.array(
    z.object({
      bioguide: z.string(),
      required: z.array(z.string()),
      optional: z.array(z.string()),
      max_length: z.record(z.string(), z.int()),
      captcha: z.string().nullable(),
      recipe_updated: z.string(),
    }),
  ),
});

/** What the web forms of the offices ask for, by Bioguide id; nothing where there is no such file. */
export async function readFolderForms(files: FactsFiles): Promise<Map<string, ContactFormFacts>> {
  const name = "contact-forms.json";
  const file = await files.find(name);
  if (file === null) return new Map();
  return new Map(
    parseJson(name, file.text, formsFile).forms.map((form) => [
      form.bioguide,
      {
        required: form.required,
        optional: form.optional,
        maxLength: form.max_length,
        hasCaptcha: form.captcha !== null,
        asOf: form.recipe_updated,
      },
    ]),
  );
}
