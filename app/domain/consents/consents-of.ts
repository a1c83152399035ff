import type { Context } from "../context";
import type { ReadyPublicChoice } from "../public-signatures/prepare-public-choices.server";
import type { ConsentChoices } from "./consent-choices";

/** A row of `consents`, with the names of its columns. */
export interface ConsentRow {
  id: string;
  purpose: "petition" | "newsletter" | "partner_sharing" | "public_name" | "public_comment";
  partner_id: string | null;
  wording_id: string;
  locale: string;
  gpc: boolean;
  source: "sign_form" | "confirm_page";
  given_at: Date;
}

/**
 * The evidence of a confirmed form: one row for the petition and one for each further yes. A box left alone
 * leaves no row: without consent there is no datum to share.
 */
export function consentsOf(ctx: Pick<Context, "newId">, choices: ConsentChoices, givenAt: Date): ConsentRow[] {
  const row = (purpose: keyof ConsentChoices["wordingIds"], partnerId: string | null): ConsentRow => ({
    id: ctx.newId(),
    purpose,
    partner_id: partnerId,
    wording_id: choices.wordingIds[purpose],
    locale: choices.locale,
    gpc: choices.gpc,
    source: "sign_form",
    given_at: givenAt,
  });
  return [
    row("petition", null),
    ...(choices.newsletter ? [row("newsletter", null)] : []),
    ...choices.partnerIds.map((partnerId) => row("partner_sharing", partnerId)),
  ];
}

/** The evidence of what was chosen on the page that confirms: given at the press of its button. */
export function publicConsentsOf(ctx: Pick<Context, "newId" | "now">, choice: ReadyPublicChoice): ConsentRow[] {
  const row = (purpose: keyof ReadyPublicChoice["wordingIds"]): ConsentRow => ({
    id: ctx.newId(),
    purpose,
    partner_id: null,
    wording_id: choice.wordingIds[purpose],
    locale: choice.locale,
    gpc: choice.gpc,
    source: "confirm_page",
    given_at: ctx.now(),
  });
  return [
    ...(choice.showsName ? [row("public_name")] : []),
    ...(choice.commentSealed === null ? [] : [row("public_comment")]),
  ];
}
