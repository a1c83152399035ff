import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { openPglite } from "~db/connect-pglite";
import { migrateAndSeed } from "./seeded";

declare module "vitest" {
  interface ProvidedContext {
    /** A file with the seeded embedded database, to start others from. */
    pgliteSnapshot: string;
  }
}

const fromRoot = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const cache = fromRoot("node_modules/.cache/pglite");

export default async function setup(project: TestProject) {
  const snapshot = path.join(cache, `seeded-${keyOfContents()}.tar`);
  if (!existsSync(snapshot)) await makeSnapshot(snapshot);
  project.provide("pgliteSnapshot", snapshot);
}

async function makeSnapshot(file: string) {
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const connection = await openPglite({});
  try {
    await migrateAndSeed(connection);
    const tar = await connection.client.dumpDataDir("none");
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, Buffer.from(await tar.arrayBuffer()));
    renameSync(unfinished, file);
  } finally {
    await connection.close();
  }
}

/** Changes with everything that the snapshot is made from. */
function keyOfContents(): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(fromRoot("node_modules/@electric-sql/pglite/package.json")));
  const names = readdirSync(fromRoot("db"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) hash.update(`\0${name}\0`).update(readFileSync(name));
  return hash.digest("hex").slice(0, 16);
}
