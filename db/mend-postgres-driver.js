// `npm ci` runs this after it has installed the packages (package.json, "postinstall"), so it uses nothing but Node.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DRIVER_VERSION, mendedFiles, mendSource } from "./postgres-driver-mends/mends.js";

/**
 * Mends the faults of the installed database driver that end the process, let promises hang or mix transactions when a
 * connection dies. The published sources stay beside the mended ones, so that it may run again at any time, also with
 * other mends.
 * @param {string} folder of the package `postgres`
 * @throws {Error} in one sentence, and nothing has changed, when the driver is not the one that the mends were made for
 */
export function mendPostgresDriver(folder) {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  if (version !== DRIVER_VERSION) {
    throw new Error(
      `The database driver postgres ${version} can't be mended, because the mends in db/postgres-driver-mends are for ${DRIVER_VERSION}: install that version, or check each mend against the new one.`,
    );
  }
  const mended = mendedFiles.map(({ name, mends }) => {
    const file = path.join(folder, "src", name);
    const published = `${file}.published`;
    const source = readFileSync(existsSync(published) ? published : file, "utf8");
    try {
      return { file, published, source, text: mendSource(source, mends) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The database driver can't be mended, because in ${file} ${reason}: run npm ci.`);
    }
  });
  for (const { file, published, source, text } of mended) {
    if (!existsSync(published)) replaceFile(published, source);
    if (readFileSync(file, "utf8") !== text) replaceFile(file, text);
  }
}

/**
 * Whole or not at all, whoever reads it meanwhile.
 * @param {string} file
 * @param {string} text
 */
function replaceFile(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    mendPostgresDriver(fileURLToPath(new URL("../node_modules/postgres", import.meta.url)));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
