import { checkProof } from "../abuse/challenge.server";
import { createNetworks } from "../abuse/network-hash.server";
import { readAntiBotFields } from "../abuse/read-anti-bot-fields.server";
import { choicesFromForm } from "../consents/choices-from-form";
import type { Context } from "../context";
import { signingState } from "../switches/signing-state";
import type { SwitchesSource } from "../switches/switches-source.server";
import { readSignForm, type SentForm, type SignFormErrors, type SignFormValues } from "./sign-form";
import { createSigningTable } from "./sign-together.server";
import { rememberSigningFacts } from "./signing-facts.server";

/** A sent sign form with what its request tells. */
export interface SentSignForm {
  form: SentForm;
  campaignSlug: string;
  locale: string;
  /** The browser sent `Sec-GPC: 1`. */
  gpc: boolean;
  /** The signer's IP address; it is hashed at once and kept nowhere. */
  address: string | undefined;
}

export type TakenSignForm =
  | { result: "checkInbox"; campaignSlug: string }
  | { result: "faulty"; values: SignFormValues; errors: SignFormErrors }
  /** The petition is not open. */
  | { result: "closed" }
  /** The petition takes no signature for the moment. */
  | { result: "paused" };

/** Takes one sign form. @throws {DomainError} campaignNotFound */
export type TakeSignForm = (sent: SentSignForm) => Promise<TakenSignForm>;

/** Reads, judges and records sign forms: everything between the request and the row. */
export function createSigningDesk(ctx: Context, switches: SwitchesSource): TakeSignForm {
  const factsFor = rememberSigningFacts(ctx);
  const networks = createNetworks(ctx);
  const sign = createSigningTable(ctx);

  return async ({ form, campaignSlug, locale, gpc, address }) => {
    const { petition, partners, wordings, ...campaign } = await factsFor(campaignSlug, locale);
    const board = switches.current();
    if (signingState(board, { id: campaign.campaignId, pausedAt: campaign.pausedAt }) !== "open")
      return { result: "paused" };
    const offered = partners.map(({ slug }) => slug);
    const { values, errors } = readSignForm(form, offered);
    if (errors) return { result: "faulty", values, errors };

    const made = { now: ctx.now(), vault: ctx.vault, petitionId: petition.id };
    const { signals, proof, wordingIds } = readAntiBotFields(form, made);
    const networkHash = await networks.hashOf(campaign.campaignId, address);
    const byCodeOnly =
      board?.isOn("under-attack", campaign.campaignId) === true && !(await checkProof(ctx, campaign.campaignId, proof));
    const choices = choicesFromForm(wordings, values, partners, { locale, gpc, shown: wordingIds });
    const outcome = await sign(petition, {
      ...values,
      locale,
      choices,
      origin: { networkHash, signals, byCodeOnly },
    });
    return outcome === "closed" ? { result: "closed" } : { result: "checkInbox", campaignSlug: campaign.campaignSlug };
  };
}
