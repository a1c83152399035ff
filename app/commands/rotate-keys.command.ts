import { parseArgs } from "node:util";
import { recordAudit } from "~/domain/audit/record-audit.server";
import { type FieldReport, type RotationReport, rotateKeys } from "~/domain/rotation/rotate-keys.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { namedPerson, staffCommand, UsageError } from "./staff-command";

const usage = "Usage: npm run keys:rotate [-- --by YOUR_NAME]";
const SAID_EVERY_MS = 2_000;

/** Seals personal data anew under the first key of PII_KEYS, while the product serves. */
await staffCommand(readArguments, async ({ ctx, keys }, by) => {
  const switches = createSwitchesSource(ctx);
  if ((await switches.load()).isOn("read-only")) {
    throw new UsageError("“read-only” is on, and rotation writes. Turn it off first, then run this again.");
  }
  switches.start();
  let isStopped = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      isStopped = true;
    });
  }

  console.log(
    `Sealing everything under the key “${ctx.vault.sealingKeyId}”. It may be stopped (Ctrl-C) and run again.`,
  );
  let saidAt = 0;
  const report = await rotateKeys(ctx, {
    mayGoOn: () => !isStopped && switches.current()?.isOn("read-only") === false,
    onProgress({ table, rows, resealed }) {
      if (Date.now() - saidAt < SAID_EVERY_MS) return;
      saidAt = Date.now();
      console.log(`  ${table}: ${rows} rows looked at, ${resealed} sealed anew`);
    },
  });
  switches.stop();
  await recordAudit(ctx, {
    actor: by,
    action: "keys.rotate",
    facts: {
      keyId: ctx.vault.sealingKeyId,
      resealed: report.fields.reduce((sum, field) => sum + field.resealed, 0),
      left: report.fields.reduce((sum, field) => sum + leftIn(field), 0),
      isComplete: report.isComplete,
    },
  });
  show(report);
  const older = keys.sealing.slice(1).map(({ id }) => id);
  if (report.isComplete && report.fields.every((field) => leftIn(field) === 0)) {
    console.log("Nothing is left under old keys.");
    if (older.length > 0) console.log(removal(older, keys.lookupId));
    return;
  }
  process.exitCode = 1;
  console.log(
    report.isComplete
      ? "Not everything could be sealed anew; see above. Keep the old keys."
      : "Stopped before the end. Run it again to go on; what is done is not done twice.",
  );
});

function readArguments(): string {
  try {
    const { values } = parseArgs({ options: { by: { type: "string" } } });
    return values.by === undefined ? "keys:rotate" : namedPerson(values.by);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function leftIn({ busy, unopened }: FieldReport): number {
  return busy + unopened.reduce((sum, { count }) => sum + count, 0);
}

function show({ fields }: RotationReport) {
  const width = Math.max(...fields.map(({ name }) => name.length));
  for (const { name, resealed, busy, unopened } of fields) {
    console.log(`${name.padEnd(width)}  ${resealed} sealed anew`);
    if (busy > 0) console.log(`${" ".repeat(width)}  ${busy} left: in use each time. Run it again.`);
    for (const { keyId, count } of unopened) {
      const why = keyId === null ? "no sealed text" : `the key “${keyId}” does not open it, or is not in PII_KEYS`;
      console.log(`${" ".repeat(width)}  ${count} left: ${why}.`);
    }
  }
}

/** What to do with the old keys. One that also makes the look-up hashes must not go: no row would be found any more. */
function removal(older: string[], lookupId: string): string {
  const removable = older.filter((id) => id !== lookupId);
  const lines: string[] = [];
  if (removable.length > 0) {
    lines.push(
      `Once every web server and worker was restarted with the new key in front, run this once more; then take out of PII_KEYS: ${removable.join(", ")}.`,
    );
  }
  if (removable.length < older.length) {
    lines.push(`“${lookupId}” also makes the look-up hashes: do not remove it, rename its entry to “lookup”.`);
  }
  return lines.join("\n");
}
