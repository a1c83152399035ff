import { DataDirInUseError, lockDataDir } from "~db/data-dir-lock";

// Takes the folder named on the command line and keeps it until it is asked to stop.
try {
  const release = lockDataDir(process.argv[2] ?? "");
  const waiting = setInterval(() => undefined, 1_000);
  process.once("SIGTERM", () => {
    release();
    clearInterval(waiting);
  });
  console.log("held");
} catch (error) {
  if (!(error instanceof DataDirInUseError)) throw error;
  console.log(`refused: ${error.message}`);
}
