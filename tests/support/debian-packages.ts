import { spawnSync } from "node:child_process";
import { MissingToolError } from "./missing-tool";

const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

/**
 * Installs packages with apt-get, as root or by a sudo that asks for no password.
 * @param what the program that is missing, as the error names it
 * @throws {MissingToolError}
 */
export function installDebianPackages(what: string, names: string[], advice: string) {
  if (!works(["apt-get", "--version"])) throw new MissingToolError(what, `this machine has no apt-get; ${advice}`);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !works(["sudo", "-n", "true"])) {
    throw new MissingToolError(what, `that needs root or a sudo without password; ${advice}`);
  }
  const asRoot = isRoot ? [] : ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"];
  const aptGet = [...asRoot, "apt-get", "--yes", "-qq", "-o", "DPkg::Lock::Timeout=120"];

  console.log(`Installing Debian's packages ${names.join(", ")} …`);
  run([...aptGet, "update"]);
  const failure = run([...aptGet, "install", "--no-install-recommends", ...names]);
  if (failure !== null) throw new MissingToolError(what, `apt-get said “${failure}”; ${advice}`);
}

/** @returns null, or the last line that a failing command wrote. */
function run([program = "", ...args]: string[]): string | null {
  const done = spawnSync(program, args, { env: quiet, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  if (done.status === 0) return null;
  const said = `${done.stdout ?? ""}\n${done.stderr ?? ""}`.trim().split("\n").at(-1);
  return said?.replace(/\.$/, "") || (done.error?.message ?? `exit ${done.status}`);
}

function works([program = "", ...args]: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
