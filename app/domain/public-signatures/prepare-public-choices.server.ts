import { listConsentWordings } from "../campaigns/list-consent-wordings.server";
import type { Context } from "../context";
import { type PublicChoice, saysSomething } from "./public-choice";

/** A choice with the page that it was made on. */
export interface MadePublicChoice extends PublicChoice {
  locale: string;
  /** Whether the browser sent `Sec-GPC: 1`. */
  gpc: boolean;
}

/** A choice ready to be written down, with the wordings that its page showed. */
export interface ReadyPublicChoice {
  showsName: boolean;
  commentSealed: string | null;
  locale: string;
  gpc: boolean;
  wordingIds: { public_name: string; public_comment: string };
}

/**
 * Makes choices ready; null where one chooses nothing. Asks the database only where somebody chose something.
 * @throws {Error} when a purpose has no wording: without words there is no consent
 */
export async function preparePublicChoices(
  ctx: Context,
  choices: readonly (MadePublicChoice | null)[],
): Promise<(ReadyPublicChoice | null)[]> {
  const said = choices.map((choice) => (choice !== null && saysSomething(choice) ? choice : null));
  const wordings = new Map<string, ReadyPublicChoice["wordingIds"]>();
  for (const locale of new Set(said.flatMap((choice) => choice?.locale ?? []))) {
    wordings.set(locale, await wordingIdsFor(ctx, locale));
  }
  return said.map((choice) => {
    const wordingIds = choice && wordings.get(choice.locale);
    if (!choice || !wordingIds) return null;
    const { showsName, comment, locale, gpc } = choice;
    const commentSealed = comment === "" ? null : ctx.vault.seal("signature.comment", comment);
    return { showsName, commentSealed, locale, gpc, wordingIds };
  });
}

async function wordingIdsFor(ctx: Context, locale: string): Promise<ReadyPublicChoice["wordingIds"]> {
  const wordings = await listConsentWordings(ctx, locale);
  const idOf = (purpose: "public_name" | "public_comment") => {
    const wording = wordings.find((one) => one.purpose === purpose);
    if (!wording) throw new Error(`There is no consent wording for ${purpose}.`);
    return wording.id;
  };
  return { public_name: idOf("public_name"), public_comment: idOf("public_comment") };
}
