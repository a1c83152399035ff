import { getLetterTexts, type LetterTextsByLanguage } from "../../campaigns/get-letter-texts.server";
import type { Context } from "../../context";
import type { FactsIndex } from "../facts-in-force";
import { findYourLawmakers } from "../find-your-lawmakers";
import { knownTown } from "../known-town";
import type { WhereYouLive } from "../where-you-live";
import type { Choices } from "./choices";
import { type OfficeToWrite, officesToWrite } from "./offices-to-write";

/** What is needed to write to the offices of a place. */
export interface WritingDesk {
  texts: LetterTextsByLanguage;
  offices: OfficeToWrite[];
  /** The senators are sure, the House seat is not. */
  needsSeat: boolean;
}

/** Null where the place does not tell the offices yet, or where the campaign has no letter. */
export async function openWritingDesk(
  ctx: Context,
  index: FactsIndex,
  campaignId: string,
  where: WhereYouLive,
): Promise<WritingDesk | null> {
  const yours = findYourLawmakers(index, where, ctx.now());
  const offices = yours === null ? [] : officesToWrite(yours, ctx);
  if (yours === null || offices.length === 0) return null;
  const texts = await getLetterTexts(ctx, campaignId);
  return texts && { texts, offices, needsSeat: yours.step === "chooseDistrict" };
}

/** Before anything was chosen: nothing but the town, where the address tells it. */
export function firstChoices(index: FactsIndex, where: WhereYouLive, { offices }: WritingDesk, now: Date): Choices {
  const states = offices.map(({ recipient }) => recipient.state);
  return { name: "", ...knownTown(index, where, states, now), story: "", principles: [], closing: "", language: "en" };
}
