import { and, count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { campaigns } from "~db/schema/campaigns";
import { followUps, officeAnswers } from "~db/schema/deliveries";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { answerKey, followUpTokenHash } from "./follow-up-hashes";
import { type AnswerRate, answerRate, type OfficeAnswer, officeAnswerKinds } from "./follow-up-rules";

export interface AnswerQuestions {
  campaignId: string;
  campaignSlug: string;
  congress: number;
  isExpired: boolean;
  /** Bioguide ids with what was said of each, null while nothing was. */
  offices: { bioguide: string; answer: OfficeAnswer | null }[];
}

/**
 * What the link of the mail asks. Changes nothing.
 * @throws {DomainError} tokenNotFound
 */
export async function getAnswerQuestions(ctx: Context, token: string): Promise<AnswerQuestions> {
  const [row] = await ctx.db
    .select({ wish: followUps, slug: campaigns.slug })
    .from(followUps)
    .innerJoin(campaigns, eq(campaigns.id, followUps.campaignId))
    .where(eq(followUps.tokenHash, followUpTokenHash(ctx, token)));
  if (!row) throw new DomainError("tokenNotFound");
  const { campaignId, congress, offices, expiresAt } = row.wish;
  const given = await ctx.db
    .select({ bioguide: officeAnswers.bioguide, answer: officeAnswers.answer })
    .from(officeAnswers)
    .where(and(eq(officeAnswers.campaignId, campaignId), eq(officeAnswers.answerKey, answerKey(ctx, token))));
  return {
    campaignId,
    campaignSlug: row.slug,
    congress,
    isExpired: expiresAt === null || expiresAt <= ctx.now(),
    offices: offices.map((bioguide) => ({
      bioguide,
      answer: given.find((one) => one.bioguide === bioguide)?.answer ?? null,
    })),
  };
}

const answerOf = z.enum(officeAnswerKinds);

/**
 * Records what somebody says of the offices' answers; what they say later takes the place of it. Nothing is changed where
 * nothing was chosen.
 * @param answers what was posted, by Bioguide id
 * @throws {DomainError} tokenNotFound
 */
export async function recordAnswers(
  ctx: Context,
  token: string,
  answers: (bioguide: string) => unknown,
): Promise<"recorded" | "nothing" | "expired"> {
  const asked = await getAnswerQuestions(ctx, token);
  if (asked.isExpired) return "expired";
  const rows = asked.offices.flatMap(({ bioguide }) => {
    const said = answerOf.safeParse(answers(bioguide));
    return said.success ? [{ bioguide, answer: said.data }] : [];
  });
  if (rows.length === 0) return "nothing";
  const { campaignId, congress } = asked;
  await ctx.db.transaction(async (db) => {
    for (const row of rows) {
      await db
        .insert(officeAnswers)
        .values({ campaignId, id: ctx.newId(), congress, ...row, answerKey: answerKey(ctx, token), at: ctx.now() })
        .onConflictDoUpdate({
          target: [officeAnswers.campaignId, officeAnswers.answerKey, officeAnswers.bioguide],
          set: { answer: row.answer, at: ctx.now() },
        });
    }
  });
  return "recorded";
}

/** The published answer rates of some offices, by Bioguide id; an office of which too few have spoken is left out. */
export async function findAnswerRates(
  ctx: Context,
  campaignId: string,
  bioguides: readonly string[],
): Promise<Record<string, AnswerRate>> {
  if (bioguides.length === 0) return {};
  const rows = await ctx.db
    .select({ bioguide: officeAnswers.bioguide, answer: officeAnswers.answer, people: count() })
    .from(officeAnswers)
    .where(and(eq(officeAnswers.campaignId, campaignId), inArray(officeAnswers.bioguide, [...bioguides])))
    .groupBy(officeAnswers.bioguide, officeAnswers.answer);
  const rates: Record<string, AnswerRate> = {};
  for (const bioguide of new Set(rows.map((row) => row.bioguide))) {
    const counts = rows.filter((row) => row.bioguide === bioguide).map(({ answer, people }) => [answer, people]);
    const rate = answerRate(Object.fromEntries(counts));
    if (rate !== null) rates[bioguide] = rate;
  }
  return rates;
}
