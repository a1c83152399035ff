import { eq } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import type { Context } from "~/domain/context";
import { downloadExport } from "~/domain/exports/download-export.server";
import type { ExportInput } from "~/domain/exports/export-form";
import { requestExport } from "~/domain/exports/request-export.server";
import { writeExport } from "~/domain/exports/write-export.server";
import { exportColumns, supporterExports } from "~db/schema/exports";
import type { TestContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { acceptAgreement, petitionFor } from "../supporters/supporters";

/** A petition, and the owners of two partners with an agreement. */
export async function exportScene(ctx: TestContext) {
  const petition = await petitionFor(ctx);
  await acceptAgreement(ctx, somePartner);
  await acceptAgreement(ctx, otherPartner);
  return {
    ...petition,
    owner: await member(ctx, "owner@example.org", ["owner"], somePartner),
    stranger: await member(ctx, "stranger@example.org", ["owner"], otherPartner),
  };
}

/** Asks for a file of everybody with everything, or of what is said. @returns its id */
export async function ask(ctx: Context, actor: PortalActor, wish: Partial<ExportInput> = {}): Promise<string> {
  const key = ctx.newId();
  const outcome = await requestExport(ctx, actor, {
    key,
    campaign: null,
    from: null,
    until: null,
    columns: [...exportColumns],
    mark: undefined,
    reason: "records",
    note: "",
    ...wish,
  });
  if (outcome !== "requested") throw new Error(outcome);
  return wish.key ?? key;
}

/** Does the worker's part to its end. */
export async function write(ctx: Context, id: string, rowsAtOnce?: number): Promise<void> {
  while ((await writeExport(ctx, id, rowsAtOnce)) === "more");
}

/** Begins a download. */
export async function open(ctx: Context, actor: PortalActor, id: string) {
  const begun = await downloadExport(ctx, actor, id, (error) => {
    throw error;
  });
  if (begun.outcome !== "started") throw new Error(begun.outcome);
  return begun.download;
}

/** Downloads a file whole. */
export async function download(ctx: Context, actor: PortalActor, id: string): Promise<string> {
  return new Response((await open(ctx, actor, id)).body).text();
}

/** Asks, writes and downloads. */
export async function exportAll(ctx: Context, actor: PortalActor, wish: Partial<ExportInput> = {}): Promise<string> {
  const id = await ask(ctx, actor, wish);
  await write(ctx, id);
  return download(ctx, actor, id);
}

export async function exportOf(ctx: Context, id: string) {
  const [row] = await ctx.db.select().from(supporterExports).where(eq(supporterExports.id, id));
  if (row === undefined) throw new Error("There is no such export.");
  return row;
}

/** The cells of a CSV file, by RFC 4180, without its first line. */
export function rowsIn(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
  while (cell.lastIndex < csv.length) {
    const [, text = "", end] = cell.exec(csv) ?? [];
    rows.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(1, -1);
}

/** The names in a file that has them. */
export function namesIn(csv: string): string[] {
  return rowsIn(csv).map(([, name]) => name ?? "");
}
