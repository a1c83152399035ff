import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = path.join(root, "build", "sources.sha256");

/** Whether `build/` was made from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesHash();
}

/** Notes from which sources `build/` was made. */
export function stampBuild(): void {
  writeFileSync(stamp, sourcesHash());
}

/**
 * Builds the site when it was never built or its sources have changed.
 * @throws {Error} when the build fails
 */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt()) return;
  process.stdout.write("Building the site (once) …\n");
  const npm = spawn("npm", ["run", "--silent", "build"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise<number | null>((resolve, reject) => {
    npm.once("error", reject);
    npm.once("exit", resolve);
  });
  if (code !== 0) throw new Error("The build failed; its messages stand above.");
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  const files = ["app", "db", "emails", "locales", "public"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  for (const file of [...files, "remix.config.js", "vite.config.ts", "package-lock.json"].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}
