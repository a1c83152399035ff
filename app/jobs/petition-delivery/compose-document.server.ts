import { listDeliveredEndorsements } from "~/domain/petition-deliveries/delivered-endorsements.server";
import type { Recipient } from "~/domain/petition-deliveries/delivery-facts";
import type { DeliveryInMaking } from "~/domain/petition-deliveries/make-delivery.server";
import { countPeople, readPeople, type ShownPerson } from "~/domain/petition-deliveries/people.server";
import type { DocumentBlock, DocumentText, PetitionDocument } from "~/domain/petition-deliveries/petition-document";
import { toldPlace } from "~/domain/petition-deliveries/place-of-person";
import { countryName } from "~/domain/regions/country-names";
import { textDirection } from "~/i18n/text-direction";
import { isDrawable } from "~/services/pdf/pdf-fonts.server";
import type { JobContext } from "../job-context";
import { type DeliveryWords, deliveryWords } from "./delivery-words";
import { methodStatement } from "./method-statement";
import { ownNumber, placeTables } from "./places-told";

/** More would make a document that nobody reads; the tables have all of them. */
const MOST_NAMES = 2_000;
const MOST_COMMENTS = 200;
const MOST_ENDORSEMENTS = 500;

const PEOPLE_TABLE = "people.csv";
const ENDORSEMENTS_TABLE = "endorsements.csv";

const auto = (text: string): DocumentText => ({ text, dir: "auto" });

/** Puts together what a version of a petition says. @param peopleTable the file that has everybody of this version */
export async function composeDocument(
  ctx: JobContext,
  delivery: DeliveryInMaking,
  recipient: Recipient | null,
  peopleTable = PEOPLE_TABLE,
): Promise<PetitionDocument> {
  const words = deliveryWords(ctx, delivery);
  const dir = textDirection(words.locale);
  const { title } = delivery.facts.petition;
  return {
    locale: words.locale,
    dir,
    title: recipient === null ? title : `${title} · ${recipient.name}`,
    createdAt: delivery.asOf,
    pageWords: (page, pages) => words.t("page", { page, pages }),
    blocks: [
      ...front(words, delivery, recipient),
      ...petitionText(words, delivery),
      ...places(words, delivery, recipient),
      ...method(words, delivery),
      ...(await endorsed(ctx, words, delivery)),
      ...(await comments(ctx, words, delivery, recipient, peopleTable)),
      ...(await names(ctx, words, delivery, recipient, peopleTable)),
    ],
  };
}

function front(words: DeliveryWords, { facts, asOf }: DeliveryInMaking, recipient: Recipient | null): DocumentBlock[] {
  const { t, locale } = words;
  const dir = textDirection(locale);
  const own = (text: string): DocumentText => ({ text, dir });
  const number = new Intl.NumberFormat(locale);
  const mine = recipient && ownNumber(words, facts, recipient);
  return [
    { kind: "title", text: auto(facts.petition.title) },
    { kind: "paragraph", text: own(t("addressedTo", { names: facts.petition.addressedTo })), tone: "lead" },
    ...(recipient
      ? [
          {
            kind: "paragraph" as const,
            text: own(t("preparedFor", { name: recipient.name, seat: words.seat(recipient) })),
            tone: "lead" as const,
          },
        ]
      : []),
    { kind: "paragraph", text: own(t("handedOverBy", { name: facts.organizer })) },
    { kind: "heading", text: own(t("numbers.title")) },
    {
      kind: "table",
      head: [t("numbers.what"), t("numbers.signatures")],
      rows: [
        ...(mine ? [[own(mine.label), own(mine.value)] satisfies [DocumentText, DocumentText]] : []),
        [own(t("numbers.total")), own(number.format(facts.places.total))],
      ],
    },
    { kind: "paragraph", text: own(t("method.asOf", { moment: words.moment(asOf) })), tone: "small" },
  ];
}

function petitionText({ t, locale }: DeliveryWords, { facts }: DeliveryInMaking): DocumentBlock[] {
  const { petition } = facts;
  const dir = textDirection(petition.locale);
  return [
    { kind: "heading", text: { text: t("text.title"), dir: textDirection(locale) } },
    ...petition.statement.map((text): DocumentBlock => ({ kind: "paragraph", text: { text, dir } })),
    ...(petition.demands.length > 0
      ? [{ kind: "list" as const, items: petition.demands.map((text) => ({ text, dir })) }]
      : []),
  ];
}

function places(words: DeliveryWords, { facts }: DeliveryInMaking, recipient: Recipient | null): DocumentBlock[] {
  const { t, locale } = words;
  const dir = textDirection(locale);
  const number = new Intl.NumberFormat(locale);
  const tables = placeTables(words, facts, recipient);
  if (tables.length === 0) return [];
  return [
    { kind: "heading", text: { text: t("places.title"), dir } },
    ...tables.map(
      ({ head, rows }): DocumentBlock => ({
        kind: "table",
        head: [head, t("numbers.signatures")],
        rows: rows.map(({ label, count }) => [
          { text: label, dir },
          { text: number.format(count), dir },
        ]),
        isDense: true,
      }),
    ),
  ];
}

function method(words: DeliveryWords, { asOf }: DeliveryInMaking): DocumentBlock[] {
  const dir = textDirection(words.locale);
  return [
    { kind: "heading", text: { text: words.t("method.title"), dir } },
    ...methodStatement(words, asOf).map((text): DocumentBlock => ({ kind: "paragraph", text: { text, dir } })),
  ];
}

async function endorsed(
  ctx: JobContext,
  { t, locale }: DeliveryWords,
  { campaignId, facts }: DeliveryInMaking,
): Promise<DocumentBlock[]> {
  const dir = textDirection(locale);
  const entries = await listDeliveredEndorsements(ctx, campaignId, facts.endorsements.slice(0, MOST_ENDORSEMENTS));
  if (entries.length === 0) return [];
  const drawable = entries.filter(({ name, role, affiliation, sentence }) =>
    isDrawable([name, role, affiliation, sentence].join(" ")),
  );
  return [
    { kind: "heading", text: { text: t("endorsements.title"), dir } },
    ...drawable.map(
      ({ kind, name, role, affiliation, country, sentence }): DocumentBlock => ({
        kind: "entry",
        title: auto(name),
        details: [role, affiliation, t(`kinds.${kind}`), countryName(country, locale)]
          .filter((part) => part !== "")
          .join(" · "),
        quote: sentence === "" ? null : auto(sentence),
      }),
    ),
    ...(drawable.length < facts.endorsements.length
      ? [small(t("endorsements.more", { file: ENDORSEMENTS_TABLE }), dir)]
      : []),
  ];
}

async function comments(
  ctx: JobContext,
  { t, locale, place }: DeliveryWords,
  { id, facts }: DeliveryInMaking,
  recipient: Recipient | null,
  file: string,
): Promise<DocumentBlock[]> {
  const dir = textDirection(locale);
  const all = await countPeople(ctx, id, recipient, "comment");
  if (all === 0) return [];
  const { people } = await readPeople(ctx, id, { recipient, what: "comment", after: null, limit: MOST_COMMENTS });
  const drawable = people.filter(({ name, comment }) => isDrawable(`${name} ${comment}`));
  return [
    { kind: "heading", text: { text: t("comments.title"), dir } },
    ...drawable.map(
      (person): DocumentBlock => ({
        kind: "entry",
        title: auto(person.name === "" ? t("comments.somebody") : person.name),
        details: place(toldPlace(person, facts.places)),
        quote: auto(person.comment),
      }),
    ),
    ...(drawable.length < all ? [small(t("comments.more", { file }), dir)] : []),
  ];
}

async function names(
  ctx: JobContext,
  { t, locale, place }: DeliveryWords,
  { id, facts }: DeliveryInMaking,
  recipient: Recipient | null,
  file: string,
): Promise<DocumentBlock[]> {
  const dir = textDirection(locale);
  const all = await countPeople(ctx, id, recipient, "name");
  const heading: DocumentBlock = { kind: "heading", text: { text: t("people.title"), dir } };
  if (all === 0) return [heading, { kind: "paragraph", text: { text: t("people.none"), dir } }];
  const { people } = await readPeople(ctx, id, { recipient, what: "name", after: null, limit: MOST_NAMES });
  const drawable = people.filter(({ name }) => isDrawable(name));
  const undrawn = people.length - drawable.length;
  const row = (person: ShownPerson): [DocumentText, DocumentText] => [
    auto(person.name),
    { text: place(toldPlace(person, facts.places)), dir },
  ];
  return [
    heading,
    { kind: "paragraph", text: { text: t("people.counted", { shown: drawable.length, all }), dir } },
    ...(undrawn > 0 ? [small(t("people.undrawn", { undrawn, file }), dir)] : []),
    ...(all > people.length ? [small(t("people.more", { file }), dir)] : []),
    ...(drawable.length > 0
      ? [
          {
            kind: "table" as const,
            head: [t("people.name"), t("people.place")] satisfies [string, string],
            rows: drawable.map(row),
            isDense: true,
          },
        ]
      : []),
  ];
}

function small(text: string, dir: "ltr" | "rtl"): DocumentBlock {
  return { kind: "paragraph", text: { text, dir }, tone: "small" };
}
