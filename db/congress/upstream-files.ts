import type { z } from "zod";
import type { FactsFile, FactsFiles } from "./facts-files";
import { parseJson, parseYamlText } from "./parse-text";

/** A file of the public source, as JSON where there is one, else as YAML; null when there is neither. @throws {FactsError} */
export async function findUpstreamFile<T extends z.ZodType>(
  files: FactsFiles,
  stem: string,
  schema: T,
): Promise<{ file: FactsFile; value: z.infer<T> } | null> {
  const json = await files.find(`${stem}.json`);
  if (json !== null) return { file: json, value: parseJson(`${stem}.json`, json.text, schema) };
  const yaml = await files.find(`${stem}.yaml`);
  return yaml && { file: yaml, value: parseYamlText(`${stem}.yaml`, yaml.text, schema) };
}
