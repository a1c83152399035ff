import type { PortalActor } from "../access/portal-actor";
import { approve } from "../content/approve.server";
import type { StepOutcome } from "../content/content-outcome";
import type { RightsRefusal } from "../content/rights";
import { saveDraft } from "../content/save-draft.server";
import { sendBack } from "../content/send-back.server";
import { submitForReview } from "../content/submit-for-review.server";
import { undoPublish } from "../content/undo-publish.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { getCampaignTexts, newestIn } from "./campaign-texts.server";
import { holdOwnCampaign } from "./own-campaign.server";
import { type TextKind, textKinds } from "./text-shape";

/** What became of a step; `conflict`: the text is somewhere else than the actor saw, mostly because somebody was faster. */
export type TextStepOutcome =
  | "done"
  | "already"
  | "conflict"
  | "nothingEarlier"
  | "sourceNotPublished"
  | Extract<RightsRefusal, "ownText" | "approval" | "paused">;

export interface TextSteps {
  locale: string;
  /** The versions that the actor saw; a text that is left out stays where it is. */
  numbers: Partial<Record<TextKind, number>>;
}

export type TextStep = { step: "submit" } | { step: "approve" } | { step: "sendBack"; reason: string };

class NotTaken extends Error {
  constructor(readonly outcome: TextStepOutcome) {
    super(`A step was not taken: ${outcome}.`);
  }
}

/**
 * Takes one step with both texts of a campaign in a language, or with none.
 * @throws {DomainError} notAllowed, notFound
 */
export async function takeTextStep(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { locale, numbers }: TextSteps,
  wanted: TextStep,
): Promise<TextStepOutcome> {
  return allOrNone(ctx, async (tx) => {
    await holdOwnCampaign(tx, actor, "content.read", slug);
    const outcomes: TextStepOutcome[] = [];
    for (const kind of textKinds) {
      const number = numbers[kind];
      if (number === undefined) continue;
      const name = { kind, key: slug, locale, number };
      if (wanted.step === "sendBack") outcomes.push(taken(await sendBack(tx, actor, name, wanted.reason)));
      else outcomes.push(taken(await (wanted.step === "submit" ? submitForReview : approve)(tx, actor, name)));
    }
    return outcomes.includes("done") ? "done" : "already";
  });
}

/**
 * Lets readers see an earlier version again, as a new one.
 * @param to the version to go back to
 * @throws {DomainError} notAllowed, notFound
 */
export async function undoText(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { kind, locale, to }: { kind: TextKind; locale: string; to: number },
): Promise<TextStepOutcome> {
  return allOrNone(ctx, async (tx) => {
    await holdOwnCampaign(tx, actor, "campaigns.publish", slug);
    const { revisions } = (await getCampaignTexts(tx, slug))[kind];
    const published = revisions.find((one) => one.locale === locale && one.state === "published");
    if (published === undefined) return "nothingEarlier";
    const undone = await undoPublish(tx, actor, { kind, key: slug, locale, number: published.number }, to);
    if (undone.outcome === "unknownLanguage") throw new DomainError("notFound");
    if (undone.outcome === "nothingEarlier" || undone.outcome === "sourceNotPublished") return undone.outcome;
    return taken(undone);
  });
}

/**
 * Begins a new draft with the words of an earlier version.
 * @throws {DomainError} notAllowed, notFound
 */
export async function restoreText(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { kind, locale, from }: { kind: TextKind; locale: string; from: number },
): Promise<TextStepOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await holdOwnCampaign(tx, actor, "content.read", slug);
    const text = (await getCampaignTexts(tx, slug))[kind];
    const wanted = text.revisions.find((one) => one.locale === locale && one.number === from);
    const newest = newestIn(text, locale) ?? text.revisions.find((one) => one.locale === locale);
    if (wanted === undefined || newest === undefined) throw new DomainError("notFound");
    const saved = await saveDraft(tx, actor, {
      kind,
      key: slug,
      locale,
      fields: wanted.fields,
      basedOn: { number: newest.number, sha256: newest.sha256 },
      ...(wanted.sourceNumber !== null && { sourceNumber: wanted.sourceNumber }),
    });
    if (saved.outcome === "notAllowed") throw new DomainError("notAllowed");
    if (saved.outcome === "notFound") throw new DomainError("notFound");
    return saved.outcome === "saved" ? "done" : "conflict";
  });
}

async function allOrNone(ctx: Context, work: (tx: Context) => Promise<TextStepOutcome>): Promise<TextStepOutcome> {
  try {
    return await ctx.db.transaction((db) => work({ ...ctx, db }));
  } catch (error) {
    if (error instanceof NotTaken) return error.outcome;
    throw error;
  }
}

/** @throws {NotTaken} so that nothing is done by halves */
function taken(answer: StepOutcome): "done" | "already" {
  switch (answer.outcome) {
    case "done":
    case "already":
      return answer.outcome;
    case "notFound":
      throw new DomainError("notFound");
    case "conflict":
      throw new NotTaken("conflict");
    case "notAllowed":
      if (answer.why === "role" || answer.why === "organization") throw new DomainError("notAllowed");
      throw new NotTaken(answer.why);
  }
}
