const levels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof levels)[number];

/** Facts of a log line: never a name, an address, a token, a query string or an IP address. */
export type LogFacts = Record<string, string | number | boolean | null | undefined>;

export type Log = Record<Exclude<LogLevel, "silent">, (event: string, facts?: LogFacts) => void>;

/** One JSON object a line: `debug` and `info` on standard output, the rest on standard error. */
export function createLog(level: LogLevel): Log {
  const write =
    (own: LogLevel, out: NodeJS.WriteStream) =>
    (event: string, facts: LogFacts = {}) => {
      if (levels.indexOf(own) < levels.indexOf(level)) return;
      out.write(`${JSON.stringify({ at: new Date().toISOString(), level: own, event, ...facts })}\n`);
    };
  return {
    debug: write("debug", process.stdout),
    info: write("info", process.stdout),
    warn: write("warn", process.stderr),
    error: write("error", process.stderr),
  };
}

/** Ends the process on a fault that nobody caught, and logs it without the message, which Node would print. */
export function exitOnFault(log: Log): void {
  const exit = (error: unknown) => {
    log.error("process ends on a fault", errorFacts(error));
    process.exit(1);
  };
  process.on("uncaughtException", exit);
  process.on("unhandledRejection", exit);
}

/** What a log may tell of an error: its kind, its code and where it rose. Messages may quote a datum and stay out. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  const stack = (cause.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6);
  return { error: cause.name, code, stack: stack.map((line) => line.trim()).join(" | ") };
}
