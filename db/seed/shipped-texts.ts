import type { translationStatuses } from "../schema/campaigns";
import type { RevisionFields } from "../schema/content/revision-fields";
import type { contentKinds } from "../schema/content-items";
import { campaignFile } from "./campaign-file";
import { wordingsOf } from "./consent-wordings";
import { FLAGSHIP_SLUG } from "./flagship";
import { petitionFile } from "./petition-file";
import { principlesFile } from "./principles";
import { readContentByLocale } from "./read-content";
import { readArticleTexts } from "./updates-file";

/** A text in one language as its file has it. */
export interface ShippedText<Kind extends (typeof contentKinds)[number] = (typeof contentKinds)[number]> {
  kind: Kind;
  key: string;
  locale: string;
  status: (typeof translationStatuses)[number];
  fields: RevisionFields<Kind>;
}

/** Every text of the flagship, the principles, the articles and the consents that came with the product. */
export function shippedTexts(): ShippedText[] {
  return [
    ...readContentByLocale("campaign", campaignFile).map(
      ({ locale, content: { status, content } }): ShippedText<"campaign"> => ({
        ...{ kind: "campaign", key: FLAGSHIP_SLUG, locale, status },
        fields: content,
      }),
    ),
    ...readContentByLocale("petition", petitionFile).flatMap(
      ({ locale, content: { status, content, consent } }): ShippedText[] => [
        { kind: "petition", key: FLAGSHIP_SLUG, locale, status, fields: content },
        ...wordingsOf(consent).map(
          ({ purpose, text }): ShippedText<"consent_wording"> => ({
            ...{ kind: "consent_wording", key: purpose, locale, status },
            fields: { text },
          }),
        ),
      ],
    ),
    ...readContentByLocale("principles", principlesFile).flatMap(({ locale, content }) =>
      content.principles.map(
        ({ slug, title, short, long }): ShippedText<"principle"> => ({
          ...{ kind: "principle", key: slug, locale, status: content.translation_status },
          fields: { title, short, long },
        }),
      ),
    ),
    ...readArticleTexts().map(({ slug, ...text }): ShippedText<"update"> => ({ kind: "update", key: slug, ...text })),
  ];
}
