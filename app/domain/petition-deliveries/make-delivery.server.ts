import { and, eq } from "drizzle-orm";
import { petitionDeliveries, petitionDeliveryPeople } from "~db/schema/petition-deliveries";
import type { Context } from "../context";
import { type DeliveryCursor, type DeliveryFacts, deliveryCursor, deliveryFacts } from "./delivery-facts";
import { deleteFiles, finishFile, keepParts, listFiles } from "./files.server";
import { gatherFacts } from "./gather-facts.server";
import { notePeople } from "./people.server";
import { type PlannedFile, planFiles } from "./plan-files";

/** A delivery that is being made, as it is at the beginning of a piece of work. */
export interface DeliveryInMaking {
  id: string;
  campaignId: string;
  locale: string;
  asOf: Date;
  beginning: number;
  facts: DeliveryFacts;
  cursor: DeliveryCursor;
}

/** What a writer made of a file: all of it, or one part of it with the signature after which the next part begins. */
export interface WrittenPart {
  content: Buffer;
  /** Null where the file ends here. */
  after: string | null;
}

/** Writes a file, or the part of it that begins after a signature. */
export type WriteFile = (delivery: DeliveryInMaking, file: PlannedFile, after: string | null) => Promise<WrittenPart>;

const PEOPLE_AT_ONCE = 5_000;

/** Null where it is over, whatever became of it. */
export async function findDeliveryInMaking(ctx: Context, id: string): Promise<DeliveryInMaking | null> {
  const [row] = await ctx.db
    .select()
    .from(petitionDeliveries)
    .where(and(eq(petitionDeliveries.id, id), eq(petitionDeliveries.state, "making")));
  if (row === undefined) return null;
  const { campaignId, locale, asOf, beginning } = row;
  return {
    ...{ id, campaignId, locale, asOf, beginning },
    facts: deliveryFacts.parse(row.facts),
    cursor: deliveryCursor.parse(row.cursor),
  };
}

/**
 * Does one piece of making a delivery: notes some more people, or writes one file or a part of it. Safe to do twice and by several
 * at once: what was written for another beginning, or for a place that is passed, is thrown away.
 */
export async function makePiece(ctx: Context, delivery: DeliveryInMaking, write: WriteFile): Promise<void> {
  const { cursor } = delivery;
  if (cursor.phase === "people") {
    await inTurn(ctx, delivery, async (tx) => {
      const last = await notePeople(tx, delivery, cursor.after, PEOPLE_AT_ONCE);
      return last === null ? { phase: "files", file: 0, part: 0, after: null } : { phase: "people", after: last };
    });
    return;
  }
  const file = planFiles(delivery.facts)[cursor.file];
  if (file === undefined) return;
  const isLast = file.kind === "checksums";
  // Drawn before the transaction, which then is short.
  const { content, after } = isLast ? await checksums(ctx, delivery) : await write(delivery, file, cursor.after);
  await inTurn(ctx, delivery, async (tx) => {
    const named = { deliveryId: delivery.id, name: file.name };
    const part = await keepParts(tx, named, cursor.part, content);
    if (after !== null) return { ...cursor, part, after };
    await finishFile(tx, named, cursor.file);
    if (isLast) await finish(tx, delivery.id);
    return { phase: "files", file: cursor.file + 1, part: 0, after: null };
  });
}

/** Does `work` while nobody else is at this delivery, and moves its cursor on; does nothing where somebody was quicker. */
async function inTurn(
  ctx: Context,
  { id, beginning, cursor }: DeliveryInMaking,
  work: (tx: Context) => Promise<DeliveryCursor>,
): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [held] = await db.select().from(petitionDeliveries).where(eq(petitionDeliveries.id, id)).for("update");
    if (held?.state !== "making" || held.beginning !== beginning) return;
    if (JSON.stringify(deliveryCursor.parse(held.cursor)) !== JSON.stringify(cursor)) return;
    const next = await work(tx);
    await db
      .update(petitionDeliveries)
      .set({ cursor: next, done: next.phase === "files" ? next.file : 0 })
      .where(eq(petitionDeliveries.id, id));
  });
}

/** The list of all files with their checksums, as `sha256sum --check` reads it. */
async function checksums(ctx: Context, { id }: DeliveryInMaking): Promise<WrittenPart> {
  const files = await listFiles(ctx, id);
  return { content: Buffer.from(files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join("")), after: null };
}

async function finish(tx: Context, id: string): Promise<void> {
  const files = await listFiles(tx, id);
  await tx.db
    .update(petitionDeliveries)
    .set({ state: "ready", readyAt: tx.now(), sha256: files.at(-1)?.sha256 ?? null })
    .where(eq(petitionDeliveries.id, id));
}

/** Throws away what was made so far and begins anew, with the numbers of now. @param tx holds the delivery's row */
export async function beginAnew(tx: Context, delivery: typeof petitionDeliveries.$inferSelect): Promise<void> {
  const { recipients, recipientsLeftOut } = deliveryFacts.parse(delivery.facts);
  const gathered = await gatherFacts(tx, delivery.campaignId, delivery.locale);
  // For whom a version is made stays as it was, as far as there is still a number to tell.
  const told = recipients.filter(({ state, district }) =>
    district === null
      ? Object.hasOwn(gathered.places.usStates, state)
      : Object.hasOwn(gathered.places.usDistricts, `${state}-${district}`),
  );
  const facts: DeliveryFacts = {
    ...gathered,
    recipients: told,
    recipientsLeftOut: recipientsLeftOut + recipients.length - told.length,
  };
  await forgetContents(tx, delivery.id);
  await tx.db
    .update(petitionDeliveries)
    .set({
      beginning: delivery.beginning + 1,
      asOf: tx.now(),
      facts,
      done: 0,
      total: planFiles(facts).length,
      cursor: { phase: "people", after: null },
    })
    .where(eq(petitionDeliveries.id, delivery.id));
}

/** Deletes the files of a delivery, and who is shown in them. */
export async function forgetContents(tx: Context, deliveryId: string): Promise<void> {
  await deleteFiles(tx, deliveryId);
  await tx.db.delete(petitionDeliveryPeople).where(eq(petitionDeliveryPeople.deliveryId, deliveryId));
}

/** Notes that the work was given up. */
export async function failDelivery(ctx: Context, id: string): Promise<void> {
  await forgetContents(ctx, id);
  await ctx.db
    .update(petitionDeliveries)
    .set({ state: "failed", endedAt: ctx.now() })
    .where(and(eq(petitionDeliveries.id, id), eq(petitionDeliveries.state, "making")));
}
