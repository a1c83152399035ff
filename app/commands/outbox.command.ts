import { parseArgs } from "node:util";
import type { Context } from "~/domain/context";
import { countJobs, type ListedJob, listDeadJobs, listWaitingJobs } from "~/domain/outbox/list-jobs.server";
import { retryDeadJobs, type WhichDeadJobs } from "~/domain/outbox/retry-dead-jobs.server";
import { namedPerson, staffCommand, UsageError } from "./staff-command";

const usage = `Usage:
  npm run outbox -- list [--dead | --waiting] [--name NAME]
  npm run outbox -- retry ID… --by YOUR_NAME
  npm run outbox -- retry --all [--name NAME] --by YOUR_NAME`;

const MOST_SHOWN = 100;

/** Shows mail and other later work that waits or was given up, and makes what was given up due again. */
await staffCommand(readArguments, async ({ ctx }, order) => {
  if (order.verb === "retry") return retry(ctx, order.which, order.by);
  if (!order.only) await showCounts(ctx);
  if (order.only !== "waiting") await showDead(ctx, order.name);
  if (order.only === "waiting") await showWaiting(ctx, order.name);
});

async function showCounts(ctx: Context) {
  const counts = await countJobs(ctx);
  if (counts.length === 0) return console.log("Nothing waits, and nothing was given up.");
  showTable(
    ["JOB", "WAITING", "GIVEN UP"],
    counts.map(({ name, waiting, dead }) => [name, String(waiting), String(dead)]),
  );
  console.log("");
}

async function showDead(ctx: Context, name?: string) {
  const jobs = await listDeadJobs(ctx, { name, limit: MOST_SHOWN });
  if (jobs.length === 0) return console.log("No job was given up.");
  showTable(
    ["ID", "JOB", "GIVEN UP", "ATTEMPTS", "REASON"],
    jobs.map((job) => [
      ...[job.id, nameOf(job), timeOf(job.deadAt), String(job.attempts)],
      `${job.reason ?? ""}${job.isForgotten ? " (its content was deleted after its time)" : ""}`,
    ]),
  );
  if (jobs.length === MOST_SHOWN) console.log(`Only the newest ${MOST_SHOWN} are shown.`);
}

async function showWaiting(ctx: Context, name?: string) {
  const jobs = await listWaitingJobs(ctx, { name, limit: MOST_SHOWN });
  if (jobs.length === 0) return console.log("No job waits.");
  showTable(
    ["ID", "JOB", "DUE", "ATTEMPTS", "LAST REASON"],
    jobs.map((job) => [
      ...[job.id, nameOf(job), job.isLeased ? "now, a worker has it" : timeOf(job.runAt), String(job.attempts)],
      job.reason ?? "",
    ]),
  );
  if (jobs.length === MOST_SHOWN) console.log(`Only the first ${MOST_SHOWN} are shown.`);
}

async function retry(ctx: Context, which: WhichDeadJobs, by: string) {
  const { retried, forgotten, notDead } = await retryDeadJobs(ctx, which, { by });
  console.log(`Jobs that are tried again: ${retried.length}.`);
  if (forgotten.length > 0) {
    console.log(
      `Jobs that can't be tried again, because their content was deleted after its time: ${forgotten.length}.`,
    );
    for (const id of forgotten.slice(0, MOST_SHOWN)) console.log(`  ${id}`);
  }
  for (const id of notDead) console.log(`No job with the id ${id} was given up.`);
  if ("ids" in which && retried.length < which.ids.length) process.exitCode = 1;
}

function nameOf({ name, works }: ListedJob): string {
  return works === 1 ? name : `${name} (${works} mails)`;
}

function timeOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function showTable(heads: readonly string[], rows: readonly (readonly string[])[]) {
  const table = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

type Order =
  | { verb: "list"; only?: "dead" | "waiting"; name?: string }
  | { verb: "retry"; which: WhichDeadJobs; by: string };

function readArguments(): Order {
  try {
    const flag = { type: "boolean" } as const;
    const word = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { dead: flag, waiting: flag, all: flag, name: word, by: word },
    });
    const [verb, ...ids] = positionals;
    const { name, all = false } = values;
    if (verb === "list") {
      if (ids.length > 0 || all) throw new Error("list takes no ids.");
      if (values.dead && values.waiting) throw new Error("Say --dead or --waiting.");
      const only = values.dead ? "dead" : values.waiting ? "waiting" : undefined;
      return { verb, ...(only && { only }), ...(name !== undefined && { name }) };
    }
    if (verb !== "retry") throw new Error("Say list or retry.");
    if (all === ids.length > 0) throw new Error("Name the jobs by their ids, or say --all.");
    if (name !== undefined && !all) throw new Error("--name goes with --all.");
    return { verb, which: all ? { name } : { ids }, by: namedPerson(values.by) };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
