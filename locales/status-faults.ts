import { interfaceStatusFile } from "../app/i18n/interface-status-file";
import { defaultLocale } from "../app/i18n/locales";

/**
 * What is wrong with `status.json`, which says of each locale whether a machine drafted its words or who reviewed them.
 * @returns one line for each fault, beginning with the file
 */
export function statusFaults(file: unknown, locales: readonly string[]): string[] {
  const read = interfaceStatusFile.safeParse(file);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => `status.json: ${path.join(".")}: ${message}`);
  }
  return locales.flatMap((locale) => {
    const status = read.data[locale]?.status;
    if (status === undefined) return [`status.json: ${locale} is missing`];
    const isSource = status === "source";
    return isSource === (locale === defaultLocale) ? [] : [`status.json: ${locale} cannot be “${status}”`];
  });
}
