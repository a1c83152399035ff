import { and, count, desc, inArray, sql } from "drizzle-orm";
import { signatures } from "~db/schema/signatures";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { patience } from "../signatures/in-batches";
import { type ModeratedPetition, meets, type SignatureCriteria, signatureCriteria } from "./signature-criteria.server";
import { previewStrike, type StrikePreview } from "./strikes.server";

const MOST_SHOWN = 12;

interface Part {
  key: string;
  count: number;
}

/** What a strike would meet, and of what that is made: the largest parts first. */
export interface StrikeSurvey extends StrikePreview {
  /** Of the confirmed and pending ones, by the day they were signed on (UTC), in the order of the days. */
  days: Part[];
  /** By network; `none` where it is not known. */
  networks: Part[];
  networkCount: number;
  countries: Part[];
}

/** The dry run of a strike; changes nothing. @throws {DomainError} notAllowed */
export async function surveyStrike(
  ctx: Context,
  actor: PortalActor,
  petition: ModeratedPetition,
  criteria: SignatureCriteria,
): Promise<StrikeSurvey> {
  authorize(actor, "moderation.act");
  const which = and(
    meets(petition, signatureCriteria.parse(criteria)),
    inArray(signatures.state, ["confirmed", "pending"]),
  );
  const preview = await previewStrike(ctx, petition, criteria);
  return ctx.db.transaction(async (db) => {
    await db.execute(patience);
    const partsBy = (key: ReturnType<typeof sql<string>>) =>
      db
        .select({ key: key.as("key"), count: count() })
        .from(signatures)
        .where(which)
        .groupBy(sql`1`)
        .orderBy(desc(count()), sql`1`)
        .limit(MOST_SHOWN);
    const day = sql<string>`to_char(${signatures.signedAt} at time zone 'UTC', 'YYYY-MM-DD')`;
    const days = await partsBy(day);
    const networks = await partsBy(sql<string>`coalesce(${signatures.networkHash}, 'none')`);
    const countries = await partsBy(sql<string>`${signatures.country}::text`);
    const [distinct] = await db
      .select({ number: sql<number>`count(distinct ${signatures.networkHash})`.mapWith(Number) })
      .from(signatures)
      .where(which);
    return {
      ...preview,
      days: days.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      networks,
      networkCount: distinct?.number ?? 0,
      countries,
    };
  });
}
