import { and, asc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { deleteSignatures } from "../signatures/delete-signatures.server";
import { patience } from "../signatures/in-batches";
import { UNCONFIRMED_DAYS } from "../signatures/retention";
import { forgetSpentChallenges } from "./challenge.server";
import { NETWORK_HASH_DAYS } from "./limits";

const DAY_MS = 86_400_000;
const BATCH = 5_000;

/**
 * Forgets what was kept against abuse: the hashes of networks, used challenges, and signatures that were struck and
 * that nobody had confirmed, which go like all that nobody confirms. Safe to run at any time and by several processes.
 */
export async function forgetAbuseTraces(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await forgetSpentChallenges(ctx);
  while ((await forgetNetworks(ctx, before(NETWORK_HASH_DAYS))) === BATCH);
  await deleteSignatures(
    ctx,
    and(
      eq(signatures.state, "struck"),
      isNotNull(signatures.strikeId),
      isNull(signatures.confirmedAt),
      lt(signatures.signedAt, before(UNCONFIRMED_DAYS)),
    ),
    [asc(signatures.campaignId), asc(signatures.strikeId), asc(signatures.id)],
  );
}

function forgetNetworks(ctx: Context, signedBefore: Date): Promise<number> {
  return ctx.db.transaction(async (db) => {
    await db.execute(patience);
    const rows = db
      .select({ campaignId: signatures.campaignId, id: signatures.id })
      .from(signatures)
      .where(and(isNotNull(signatures.networkHash), lt(signatures.signedAt, signedBefore)))
      .limit(BATCH)
      .for("no key update", { skipLocked: true });
    const forgotten = await db
      .update(signatures)
      .set({ networkHash: null })
      .where(sql`(${signatures.campaignId}, ${signatures.id}) in ${rows}`)
      .returning({ id: signatures.id });
    return forgotten.length;
  });
}
