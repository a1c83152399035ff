import { setTimeout as sleep } from "node:timers/promises";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { eq, sql } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import { beginSession } from "~/domain/access/sessions.server";
import { addEncryptionKey } from "~/domain/exports/encryption-keys.server";
import { connectPostgres } from "~db/connect-postgres";
import { supporterExports } from "~db/schema/exports";
import { member, somePartner } from "../domain/access/people";
import { ask } from "../domain/exports/exporting";
import { acceptAgreement } from "../domain/supporters/supporters";
import { fillSupporters } from "../support/many-supporters";
import { testContext } from "../support/test-context";
import { load } from "./load";
import type { Bench } from "./measure-all";
import { watchMemory } from "./resident-memory";
import type { Figure } from "./table";

type Ctx = ReturnType<typeof testContext>;

/** (m) a partner with a million supporters looks at them, and takes them out in a file. */
export async function measureExports({ databaseUrl, site, seconds, largeRows }: Bench): Promise<Figure[]> {
  const rows = Math.min(largeRows, 1_000_000);
  const connection = connectPostgres(databaseUrl);
  const ctx = { ...testContext(connection.db), vault: site.vault, now: () => new Date() };
  await fillSupporters(ctx.db, ctx.vault, { partner: somePartner, rows, until: new Date() });
  for (const table of ["signatures", "consents", "sharings"]) await analyze(ctx, table);
  await acceptAgreement(ctx, somePartner);
  const owner = await member(ctx, "owner@bench.example", ["owner"], somePartner);
  const headers = { cookie: `portal=${await signIn(ctx, owner)}`, origin: site.origin };
  const figures = await lookAtSupporters(site.origin, headers, seconds, rows);
  const worker = site.startWorker();
  try {
    const plain = await exportAll(ctx, owner, site, worker.child.pid, headers);
    figures.push(...figuresOf("m", "a file of supporters", plain, rows));
    const recipient = await identityToRecipient(await generateIdentity());
    await addEncryptionKey(ctx, { ...owner, provenAt: new Date() }, { label: "Bench", recipient });
    const encrypted = await exportAll(ctx, owner, site, worker.child.pid, headers);
    figures.push(...figuresOf("m*", "the same, encrypted", encrypted, rows));
    return figures;
  } finally {
    await worker.stop();
    await connection.close();
  }
}

/** By hand: the worker of the database would come by in a minute. */
async function analyze({ db }: Ctx, table: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '10min'`);
    await tx.execute(sql`analyze ${sql.identifier(table)}`);
  });
}

async function signIn(ctx: Ctx, { userId }: PortalActor): Promise<string> {
  return (await beginSession(ctx, { userId, method: "mail", device: "Bench" })).token;
}

async function lookAtSupporters(
  origin: string,
  headers: Record<string, string>,
  seconds: number,
  rows: number,
): Promise<Figure[]> {
  const searches = [
    ["all", ""],
    ["of one country", "?country=KE"],
    ["of a language that nobody has", "?locale=sw"],
    ["of days in the middle", `?from=${dayBefore(rows / 2)}&until=${dayBefore(rows / 2 - 1_440)}`],
  ] as const;
  const figures: Figure[] = [];
  for (const [at, [what, search]] of searches.entries()) {
    const url = `${origin}/portal/${somePartner}/supporters${search}`;
    const letter = `m${"abcd"[at]}`;
    figures.push({
      letter,
      what: `page of supporters, ${what}`,
      ...(await load({ url, headers, seconds: Math.min(seconds, 3), connections: 2, wants: 200 })),
    });
  }
  return figures;
}

/** Supporters said yes a minute apart. */
function dayBefore(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 10);
}

interface Exported {
  writtenMs: number;
  downloadedMs: number;
  lines: number;
  megabytes: number;
  worker: { before: number; most: number };
  web: { before: number; most: number };
}

async function exportAll(
  ctx: Ctx,
  owner: PortalActor,
  site: Bench["site"],
  workerPid: number | undefined,
  headers: Record<string, string>,
): Promise<Exported> {
  const worker = watchMemory(workerPid);
  const id = await ask(ctx, { ...owner, provenAt: new Date() });
  const started = performance.now();
  for (;;) {
    const [order] = await ctx.db.select().from(supporterExports).where(eq(supporterExports.id, id));
    if (order?.state === "ready") break;
    if (order?.state === "over") throw new Error(`The export has ${order.endedAs ?? "ended"}.`);
    await sleep(20);
  }
  const writtenMs = performance.now() - started;
  const mostOfWorker = worker.most();
  const web = watchMemory(site.web.child.pid);
  const answer = await fetch(`${site.origin}/portal/${somePartner}/exports/${id}/file`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ intent: "download" }),
    redirect: "manual",
  });
  if (answer.status !== 200 || answer.body === null) throw new Error(`The download answers ${answer.status}.`);
  let [bytes, lines] = [0, 0];
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    for (let at = part.value.indexOf(0x0a); at !== -1; at = part.value.indexOf(0x0a, at + 1)) lines++;
  }
  return {
    writtenMs,
    downloadedMs: performance.now() - started - writtenMs,
    lines,
    megabytes: bytes / 1e6,
    worker: { before: worker.before, most: mostOfWorker },
    web: { before: web.before, most: web.most() },
  };
}

function figuresOf(letter: string, what: string, exported: Exported, rows: number): Figure[] {
  const { writtenMs, downloadedMs, worker, web, megabytes, lines } = exported;
  const memory = ({ before, most }: { before: number; most: number }) => `${before} MB before, ${most} MB at most`;
  const isWhole = letter === "m*" || lines === rows + 1;
  return [
    {
      letter,
      what: `${what}: rows written by the worker`,
      rate: rows / (writtenMs / 1_000),
      median: writtenMs,
      p99: writtenMs,
      faults: 0,
      note: `${rows.toLocaleString("en")} rows in ${(writtenMs / 1_000).toFixed(1)} s. The worker held ${memory(worker)}.`,
    },
    {
      letter: `${letter}'`,
      what: `${what}: rows downloaded over HTTP`,
      rate: rows / (downloadedMs / 1_000),
      median: downloadedMs,
      p99: downloadedMs,
      faults: isWhole ? 0 : 1,
      note: `${megabytes.toFixed(0)} MB in ${(downloadedMs / 1_000).toFixed(1)} s. The web server held ${memory(web)}.`,
    },
  ];
}
