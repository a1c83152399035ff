import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { interfaceStatusFile } from "~/i18n/interface-status-file";
import type { WrittenFile } from "./write-together";

const file = fileURLToPath(new URL("../../locales/status.json", import.meta.url));

/** A person has read all words of a locale: its readers are no longer told of a machine. */
export function asReviewed(locale: string, by: string, now: Date): WrittenFile {
  return withStatus(locale, { status: "reviewed", reviewedBy: by, reviewedOn: now.toISOString().slice(0, 10) });
}

/** A machine has written words of a locale: its readers are told until a person has read them. */
export function asMachineDrafted(locale: string): WrittenFile {
  return withStatus(locale, { status: "machine-drafted" });
}

function withStatus(locale: string, own: object): WrittenFile {
  const status = interfaceStatusFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const marked = interfaceStatusFile.parse({ ...status, [locale]: own });
  const lines = Object.entries(marked).map(([tag, one]) => `  ${JSON.stringify(tag)}: ${spaced(one)}`);
  return { file, text: `{\n${lines.join(",\n")}\n}\n` };
}

function spaced(value: object): string {
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${JSON.stringify(part)}`);
  return `{ ${parts.join(", ")} }`;
}
