import { everyRole, type Kind, type RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const readers = { host: everyRole, partner: ["owner", "editor", "translator", "analyst"] } as const;
const translators = { host: ["owner", "editor", "translator"], partner: ["owner", "editor", "translator"] } as const;
const editors = { host: ["owner", "editor"], partner: ["owner", "editor"] } as const;
/** A legal reviewer gives back whatever they read. */
const senders = {
  host: ["owner", "editor", "legal_reviewer", "translator"],
  partner: ["owner", "editor", "translator"],
} as const;

const campaign = ({ texts }: Scene) => ({ campaign: texts.campaign, locale: "sw" });
const item = ({ texts }: Scene, kind: Kind) => ({ item: texts.item[kind], locale: "bn" });

const numbers = () => ({ "number.petition": "1", "number.campaign": "1" });
const reason = { reason: "A word is missing." };

const number = ({ texts }: Scene, kind: Kind) => ({ number: String(texts.number[kind]) });

/** Texts that are written, translated and approved. */
export const texts: readonly RouteAccess[] = [
  { route: "portal.$organization.translations", loader: readers },
  {
    route: "portal.$organization.translations_.$item.$locale",
    params: item,
    loader: readers,
    deeds: {
      save: translators,
      submit: translators,
      autosave: translators,
      "keep-mine": translators,
      discard: translators,
      approve: { ...translators, fields: number },
      "approve-legally": { host: ["legal_reviewer"], partner: [], fields: number },
      "send-back": { ...senders, fields: (scene, kind) => ({ ...number(scene, kind), ...reason }) },
      publish: { ...editors, fields: number },
    },
  },
  {
    route: "portal.$organization.campaigns.$campaign.texts.$locale",
    params: campaign,
    loader: readers,
    deeds: {
      save: translators,
      submit: translators,
      list: { ...translators, fields: () => ({ list: "add:petition.demands" }) },
      autosave: translators,
      "keep-mine": translators,
      discard: translators,
      approve: { ...translators, fields: numbers },
      "send-back": { ...senders, fields: () => ({ ...numbers(), ...reason }) },
      publish: editors,
    },
  },
  { route: "portal.$organization.campaigns.$campaign.preview.$locale", params: campaign, loader: readers },
];
