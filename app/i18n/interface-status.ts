import file from "~locales/status.json";
import { interfaceStatusFile } from "./interface-status-file";

const statuses = interfaceStatusFile.parse(file);

/** Whether a machine drafted the words of a locale and no person has reviewed them yet: then pages and mails say so. */
export function isMachineDraft(locale: string): boolean {
  return statuses[locale]?.status === "machine-drafted";
}
