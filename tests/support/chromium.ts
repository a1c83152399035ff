import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { installDebianPackages } from "./debian-packages";
import { MissingToolError } from "./missing-tool";

const what = "Chromium";
const advice = "install Chromium or Chrome, or name its program in CHROME_PATH";
const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser's program, installed with a font for Arabic from Debian's packages where it is missing.
 * @throws {MissingToolError}
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  installDebianPackages(what, ["chromium", "fonts-noto-core"], advice);
  const installed = findChromium();
  if (installed === null) throw new MissingToolError(what, `Debian's package brought no program; ${advice}`);
  return installed;
}

/**
 * Starts a browser without a window that speaks to nobody on its own account. Names other than this machine's
 * don't resolve, so that a page can't reach anybody else either.
 * @throws {MissingToolError}
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new MissingToolError(what, `only \`npm test\` installs it; ${advice}`);
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ],
  });
}

function findChromium(): string | null {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new MissingToolError(what, `CHROME_PATH names ${named}, which is no program`);
  }
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => onPath.map((folder) => path.join(folder, name)));
  return [...candidates, ...elsewhere, chromium.executablePath(), ...playwrightCache()].find(isProgram) ?? null;
}

/** Browsers that Playwright downloaded for this or another project, newest first. */
function playwrightCache(): string[] {
  const folders = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? "",
    path.join(homedir(), ".cache/ms-playwright"),
    path.join(homedir(), "Library/Caches/ms-playwright"),
  ];
  const programs = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-linux/headless_shell",
  ];
  return folders
    .filter((folder) => folder !== "" && existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith("chromium"))
        .sort()
        .reverse()
        .flatMap((name) => programs.map((program) => path.join(folder, name, program))),
    );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
