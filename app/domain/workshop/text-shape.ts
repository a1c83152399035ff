/** The two texts of a campaign that its people write. */
export const textKinds = ["petition", "campaign"] as const;

export type TextKind = (typeof textKinds)[number];

/** One line of text, or several. */
const lines = [
  "petition.title",
  "petition.addressedTo",
  "petition.share.emailSubject",
  "campaign.name",
  "campaign.seo.title",
  "campaign.imageAlt",
  "campaign.landing.hero.headline",
  "campaign.landing.hero.primaryCta",
  "campaign.landing.hero.secondaryCta",
  "campaign.landing.whyAi.title",
  "campaign.landing.globalMajority.title",
  "campaign.landing.ask.title",
  "campaign.landing.routing.us.title",
  "campaign.landing.routing.us.cta",
  "campaign.landing.routing.elsewhere.title",
  "campaign.landing.routing.elsewhere.cta",
  "campaign.landing.principlesIntro.title",
  "campaign.landing.privacyPromise.title",
  "campaign.landing.donate.title",
  "campaign.landing.donate.cta",
] as const;

const paragraphs = [
  "petition.summary",
  "petition.share.message",
  "petition.share.emailBody",
  "campaign.seo.description",
  "campaign.landing.hero.subheadline",
  "campaign.landing.globalMajority.body",
  "campaign.landing.ask.intro",
  "campaign.landing.routing.us.body",
  "campaign.landing.routing.elsewhere.body",
  "campaign.landing.principlesIntro.body",
  "campaign.landing.donate.body",
] as const;

/** Any number of texts in an order. */
const lists = [
  "petition.statement",
  "petition.demands",
  "campaign.landing.intro",
  "campaign.landing.whyAi.paragraphs",
  "campaign.landing.ask.items",
  "campaign.landing.privacyPromise.items",
] as const;

/** Questions with their answers. A translation has the same ones in the same order. */
const questions = ["campaign.landing.faq"] as const;

export type TextName = (typeof lines)[number] | (typeof paragraphs)[number];
export type ListName = (typeof lists)[number] | (typeof questions)[number];
export type FieldName = TextName | ListName;

/** How a field is written. */
export type FieldType = "line" | "paragraph" | "list" | "questions";

export interface FieldSpec {
  name: FieldName;
  type: FieldType;
}

/** Groups of fields, as the editor shows them, in their order. */
export const textGroups = [
  { key: "petition", fields: ["petition.title", "petition.addressedTo", "petition.summary"] },
  { key: "statement", fields: ["petition.statement", "petition.demands"] },
  { key: "share", fields: ["petition.share.message", "petition.share.emailSubject", "petition.share.emailBody"] },
  { key: "campaign", fields: ["campaign.name", "campaign.imageAlt", "campaign.seo.title", "campaign.seo.description"] },
  {
    key: "hero",
    fields: [
      "campaign.landing.hero.headline",
      "campaign.landing.hero.subheadline",
      "campaign.landing.hero.primaryCta",
      "campaign.landing.hero.secondaryCta",
      "campaign.landing.intro",
    ],
  },
  {
    key: "reasons",
    fields: [
      "campaign.landing.whyAi.title",
      "campaign.landing.whyAi.paragraphs",
      "campaign.landing.globalMajority.title",
      "campaign.landing.globalMajority.body",
      "campaign.landing.ask.title",
      "campaign.landing.ask.intro",
      "campaign.landing.ask.items",
      "campaign.landing.principlesIntro.title",
      "campaign.landing.principlesIntro.body",
    ],
  },
  {
    key: "ways",
    fields: [
      "campaign.landing.routing.us.title",
      "campaign.landing.routing.us.body",
      "campaign.landing.routing.us.cta",
      "campaign.landing.routing.elsewhere.title",
      "campaign.landing.routing.elsewhere.body",
      "campaign.landing.routing.elsewhere.cta",
    ],
  },
  {
    key: "promise",
    fields: [
      "campaign.landing.privacyPromise.title",
      "campaign.landing.privacyPromise.items",
      "campaign.landing.faq",
      "campaign.landing.donate.title",
      "campaign.landing.donate.body",
      "campaign.landing.donate.cta",
    ],
  },
] as const satisfies readonly { key: string; fields: readonly FieldName[] }[];

export type TextGroup = (typeof textGroups)[number]["key"];

/** Every field, in the order of the editor. Those below `landing` are for campaigns that have a page of that kind. */
export const fieldSpecs: readonly FieldSpec[] = textGroups.flatMap(({ fields }) =>
  fields.map((name) => ({ name, type: typeOf(name) })),
);

function typeOf(name: FieldName): FieldType {
  if (includes(lines, name)) return "line";
  if (includes(paragraphs, name)) return "paragraph";
  return includes(lists, name) ? "list" : "questions";
}

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** @returns null for a name of no list of ours */
export function listNamed(name: string): ListName | null {
  return [...lists, ...questions].find((one) => one === name) ?? null;
}

/** The text that a field belongs to, and the field's path within it. */
export function partsOf(name: FieldName): { kind: TextKind; path: string[] } {
  const [first, ...path] = name.split(".");
  return { kind: first === "petition" ? "petition" : "campaign", path };
}

export function isOfLanding(name: FieldName): boolean {
  return name.startsWith("campaign.landing.");
}

/** May stay empty: the text for a picture that there is not, and a part of the page that is left out. */
export function isOptional(name: FieldName): boolean {
  return name === "campaign.imageAlt" || name.startsWith("campaign.landing.donate.") || name === "petition.demands";
}
