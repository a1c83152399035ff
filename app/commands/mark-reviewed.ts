import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { interfaceStatusFile } from "~/i18n/interface-status-file";

const file = fileURLToPath(new URL("../../locales/status.json", import.meta.url));

/** Notes that a person has read all words of a locale, so that its readers are no longer told of a machine. */
export function markReviewed(locale: string, by: string, now: Date): void {
  const status = interfaceStatusFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const reviewedOn = now.toISOString().slice(0, 10);
  const marked = interfaceStatusFile.parse({ ...status, [locale]: { status: "reviewed", reviewedBy: by, reviewedOn } });
  const lines = Object.entries(marked).map(([tag, one]) => `  ${JSON.stringify(tag)}: ${spaced(one)}`);
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
}

function spaced(value: object): string {
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${JSON.stringify(part)}`);
  return `{ ${parts.join(", ")} }`;
}
