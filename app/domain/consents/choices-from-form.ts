import type { ConsentWording } from "../campaigns/list-consent-wordings.server";
import type { ConsentChoices } from "./consent-choices";
import type { WordingIds } from "./shown-wordings.server";

/**
 * Turns ticked boxes into choices, with the wordings that the form showed in this language. Under
 * `Sec-GPC: 1` nothing is shared with a partner, whatever was sent.
 * @param wordings those of now, for a form that does not tell which it showed
 * @param page.shown those that the form showed, by its own signed word
 * @throws {Error} when a purpose has no wording: without words there is no consent
 */
export function choicesFromForm(
  wordings: readonly ConsentWording[],
  form: { updates: boolean; partners: readonly string[] },
  offered: readonly { id: string; slug: string }[],
  page: { locale: string; gpc: boolean; shown?: WordingIds | null },
): ConsentChoices {
  const wordingId = (purpose: ConsentWording["purpose"]) => {
    const wording = wordings.find((one) => one.purpose === purpose);
    if (!wording) throw new Error(`There is no consent wording for ${purpose}.`);
    return wording.id;
  };
  return {
    newsletter: form.updates,
    partnerIds: page.gpc ? [] : offered.filter(({ slug }) => form.partners.includes(slug)).map(({ id }) => id),
    gpc: page.gpc,
    locale: page.locale,
    wordingIds: page.shown ?? {
      petition: wordingId("petition"),
      newsletter: wordingId("newsletter"),
      partner_sharing: wordingId("partner_sharing"),
    },
  };
}
