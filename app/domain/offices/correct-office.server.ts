import { and, inArray, isNull, sql } from "drizzle-orm";
import { readLink, readPhone } from "~db/congress/member-fields";
import { listStoredLawmakers, listStoredRevisions } from "~db/congress/stored-facts";
import { congressFacts } from "~db/schema/congress";
import { officeCorrections } from "~db/schema/office-facts";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { listCorrections } from "./list-corrections.server";
import { applyCorrections, type CorrectedField, factsOf } from "./office-corrections";
import { OfficesError } from "./offices-error";

interface Order {
  bioguide: string;
  field: CorrectedField;
  /** Which of the local numbers, as it is shown. Needed for no other field. */
  shown?: string;
  /** Null: nothing is shown. */
  value: string | null;
  by: Orderer;
}

/**
 * Shows a value of staff in place of one of the facts, through every import, until the facts say something else or staff
 * take it back. It takes the place of an earlier one. Every process reads it within half a minute.
 * @returns the id of the correction
 * @throws {OfficesError} {@link DomainError} notAllowed
 */
export async function correctOffice(ctx: Context, order: Order): Promise<string> {
  const by = admitOrderer(ctx, order.by, { permission: "moderation.act" });
  const value = order.value === null ? null : readValue(order.field, order.value);
  return ctx.db.transaction(async (db) => {
    const lawmaker = await findMember({ ...ctx, db }, order.bioguide);
    const standing = (await listCorrections(db)).filter(({ bioguide }) => bioguide === order.bioguide);
    const was = originalOf(lawmaker, standing, order);
    const replaced = standing.filter((one) => one.field === order.field && one.was === was).map(({ id }) => id);
    if (replaced.length > 0) await remove({ ...ctx, db }, replaced, by);
    const id = ctx.newId();
    await db
      .insert(officeCorrections)
      .values({ id, bioguide: order.bioguide, field: order.field, was, value, by, at: ctx.now() });
    await raiseRevisions({ ...ctx, db });
    await recordAudit(
      { ...ctx, db },
      {
        actor: by,
        action: "office.correct",
        facts: { correction: id, bioguide: order.bioguide, field: order.field, was, value },
      },
    );
    return id;
  });
}

/** Takes a correction back: the facts are shown again. @throws {OfficesError} where there is none */
export async function withdrawCorrection(ctx: Context, id: string, by: Orderer): Promise<void> {
  const actor = admitOrderer(ctx, by, { permission: "moderation.act" });
  await ctx.db.transaction(async (db) => {
    const removed = await remove({ ...ctx, db }, [id], actor);
    if (removed === 0)
      throw new OfficesError("correctionOver", "There is no such correction, or it was taken back already.");
    await raiseRevisions({ ...ctx, db });
    await recordAudit({ ...ctx, db }, { actor, action: "office.withdraw", facts: { correction: id } });
  });
}

/** A member as the facts have them, without corrections. @throws {OfficesError} */
export async function findMember(ctx: Pick<Context, "db">, bioguide: string): Promise<Lawmaker> {
  for (const { congress } of (await listStoredRevisions(ctx.db)).toReversed()) {
    const members = await listStoredLawmakers(ctx.db, congress);
    const member = members.find((one) => one.bioguide === bioguide);
    if (member) return member;
  }
  throw new OfficesError("noMember", `No member has the Bioguide id ${bioguide}.`);
}

/** What the facts say where this is shown: what is shown may be a correction already. */
function originalOf(lawmaker: Lawmaker, standing: Awaited<ReturnType<typeof listCorrections>>, order: Order): string {
  const facts = factsOf(lawmaker, order.field);
  if (order.field !== "local_phone") return facts[0] ?? "";
  const shown = order.shown ?? "";
  if (facts.includes(shown)) return shown;
  const corrected = standing.find(({ field, value }) => field === "local_phone" && value === shown);
  if (corrected && factsOf(applyCorrections([lawmaker], standing)[0] ?? lawmaker, "local_phone").includes(shown)) {
    return corrected.was;
  }
  throw new OfficesError("noLocalNumber", `No local office of this member has the number ${shown}.`);
}

function readValue(field: CorrectedField, typed: string): string {
  const remarks: string[] = [];
  const isNumber = field === "phone" || field === "local_phone";
  const value = isNumber ? readPhone(typed, "number", remarks) : readLink(typed, "address", remarks);
  if (value !== null) return value;
  throw new OfficesError(
    isNumber ? "numberFaulty" : "addressFaulty",
    isNumber ? "A number has ten digits, such as 202-225-4965." : "An address begins with https:// and is under .gov.",
  );
}

async function remove(ctx: Context, ids: string[], by: string): Promise<number> {
  const removed = await ctx.db
    .update(officeCorrections)
    .set({ removedAt: ctx.now(), removedBy: by })
    .where(and(inArray(officeCorrections.id, ids), isNull(officeCorrections.removedAt)))
    .returning({ id: officeCorrections.id });
  return removed.length;
}

/** So that every process reads the facts again. */
async function raiseRevisions(ctx: Context): Promise<void> {
  await ctx.db.update(congressFacts).set({ revision: sql`${congressFacts.revision} + 1` });
}
