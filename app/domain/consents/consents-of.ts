import type { Context } from "../context";
import type { ConsentChoices } from "./consent-choices";

/** A row of `consents`, with the names of its columns. */
export interface ConsentRow {
  id: string;
  purpose: "petition" | "newsletter" | "partner_sharing";
  partner_id: string | null;
  wording_id: string;
  locale: string;
  gpc: boolean;
  given_at: Date;
}

/**
 * The evidence of a confirmed form: one row for the petition and one for each further yes. A box left alone
 * leaves no row: without consent there is no datum to share.
 */
export function consentsOf(ctx: Pick<Context, "newId">, choices: ConsentChoices, givenAt: Date): ConsentRow[] {
  const row = (purpose: ConsentRow["purpose"], partnerId: string | null): ConsentRow => ({
    id: ctx.newId(),
    purpose,
    partner_id: partnerId,
    wording_id: choices.wordingIds[purpose],
    locale: choices.locale,
    gpc: choices.gpc,
    given_at: givenAt,
  });
  return [
    row("petition", null),
    ...(choices.newsletter ? [row("newsletter", null)] : []),
    ...choices.partnerIds.map((partnerId) => row("partner_sharing", partnerId)),
  ];
}
