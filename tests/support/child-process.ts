import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const inherited = ["PATH", "HOME", "TMPDIR"];
const STOP_TIMEOUT_MS = 10_000;

/** A program of this project, running in a process of its own. */
export interface ProjectProcess {
  child: ChildProcess;
  /** Everything it has written so far, to both outputs. */
  output(): string;
  hasEnded(): boolean;
  /**
   * Asks it to end (SIGTERM) and waits.
   * @throws {Error} when it did not end within ten seconds, or not with exit code 0; it is gone all the same
   */
  stop(): Promise<void>;
  /**
   * Waits until it ends by itself.
   * @throws {Error} when that was not with exit code 0
   */
  end(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Runs a TypeScript file of the project as `npm start` and `npm run worker` do.
 * @param env its settings; of ours it inherits only what every program needs
 */
export function startProcess(file: string, args: string[], env: Record<string, string>): ProjectProcess {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: root,
    env: cleanEnv(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));

  const closed = once(child, "close");
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  void closed.finally(() => process.off("exit", killWithUs));

  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const expectSuccess = () => {
    if (child.exitCode !== 0) throw new Error(`${file} ended with ${child.signalCode ?? child.exitCode}:\n${said}`);
  };
  return {
    child,
    output: () => said,
    hasEnded,
    async stop() {
      if (!hasEnded()) child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      await closed.finally(() => clearTimeout(patience));
      expectSuccess();
    },
    async end() {
      await closed;
      expectSuccess();
    },
    async kill() {
      if (!hasEnded()) child.kill("SIGKILL");
      await closed;
    },
  };
}

function cleanEnv(settings: Record<string, string>): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (!inherited.includes(name)) delete env[name];
  return Object.assign(env, settings);
}
