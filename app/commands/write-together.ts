import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A file as it is to be. */
export interface WrittenFile {
  file: string;
  text: string;
}

/**
 * Writes all files or none: first into `folder`, under names that nobody reads, and once `work` has gone well into
 * their places.
 * @param folder on the same disk as the files
 * @throws what `work` and writing throw; the files are as they were then
 */
export async function writeTogether(
  folder: string,
  files: readonly WrittenFile[],
  work: () => Promise<void>,
): Promise<void> {
  const staged = files.map(({ file, text }, index) => ({ file, text, beside: path.join(folder, `.${index}.new`) }));
  try {
    for (const { file, text, beside } of staged) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(beside, text);
    }
    await work();
    for (const { file, beside } of staged) renameSync(beside, file);
  } finally {
    for (const { beside } of staged) rmSync(beside, { force: true });
  }
}
