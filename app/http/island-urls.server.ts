import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

export const islandNames = [
  "brand-colour",
  "call-script",
  "compose-letter",
  "copy-text",
  "export-progress",
  "filter-places",
  "find-district",
  "follow-delivery",
  "mailing-progress",
  "passkey",
  "sign-form",
  "text-editor",
] as const;
export type IslandName = (typeof islandNames)[number];
export type IslandUrls = Record<IslandName, string>;

const manifest = z.record(z.string(), z.object({ file: z.string() }));

/** Where each island is served: with its content's hash in production, from its source in development. */
export function islandUrls(clientFolder: string | null): IslandUrls {
  const files = clientFolder
    ? manifest.parse(JSON.parse(readFileSync(path.join(clientFolder, "islands.json"), "utf8")))
    : null;
  const url = (name: IslandName) => {
    const source = `app/islands/${name}.island.ts`;
    return `/${files ? (files[source]?.file ?? source) : source}`;
  };
  return {
    "brand-colour": url("brand-colour"),
    "call-script": url("call-script"),
    "compose-letter": url("compose-letter"),
    "copy-text": url("copy-text"),
    "export-progress": url("export-progress"),
    "filter-places": url("filter-places"),
    "find-district": url("find-district"),
    passkey: url("passkey"),
    "follow-delivery": url("follow-delivery"),
    "mailing-progress": url("mailing-progress"),
    "sign-form": url("sign-form"),
    "text-editor": url("text-editor"),
  };
}
