import { csvHead, csvRow } from "~/domain/petition-deliveries/csv";
import { listDeliveredEndorsements } from "~/domain/petition-deliveries/delivered-endorsements.server";
import type { Recipient } from "~/domain/petition-deliveries/delivery-facts";
import type { DeliveryInMaking, WrittenPart } from "~/domain/petition-deliveries/make-delivery.server";
import { readPeople } from "~/domain/petition-deliveries/people.server";
import { toldPlace } from "~/domain/petition-deliveries/place-of-person";
import { countryName } from "~/domain/regions/country-names";
import type { JobContext } from "../job-context";
import { deliveryWords, districtName } from "./delivery-words";
import { methodStatement } from "./method-statement";
import { placeTables } from "./places-told";

/** Rows that are opened and held at once. */
const PEOPLE_AT_ONCE = 2_000;

const whole = (text: string): WrittenPart => ({ content: Buffer.from(text), after: null });

/** The method statement as plain text, for whoever has only the tables. */
export function composeMethod(ctx: JobContext, delivery: DeliveryInMaking): WrittenPart {
  const words = deliveryWords(ctx, delivery);
  const { petition } = delivery.facts;
  return whole(
    [petition.title, words.t("method.title"), ...methodStatement(words, delivery.asOf)]
      .map((text) => `${text}\n`)
      .join("\n"),
  );
}

/** The numbers by place. */
export function composeCounts(ctx: JobContext, delivery: DeliveryInMaking, recipient: Recipient | null): WrittenPart {
  const words = deliveryWords(ctx, delivery);
  const { t } = words;
  const rows = placeTables(words, delivery.facts, recipient).flatMap(({ head, rows }) =>
    rows.map(({ label, code, count }) => csvRow([head, code, label, count])),
  );
  return whole(
    [
      csvHead([t("columns.kind"), "ISO", t("people.place"), t("numbers.signatures")]),
      ...rows,
      csvRow([t("numbers.what"), "", t("numbers.total"), delivery.facts.places.total]),
    ].join(""),
  );
}

/** Everybody who chose to be named or to say something, a part at a time. */
export async function composePeople(
  ctx: JobContext,
  delivery: DeliveryInMaking,
  recipient: Recipient | null,
  after: string | null,
): Promise<WrittenPart> {
  const { t, locale } = deliveryWords(ctx, delivery);
  const page = { recipient, what: "either" as const, after, limit: PEOPLE_AT_ONCE };
  const { people, last } = await readPeople(ctx, delivery.id, page);
  const rows = people.map((person) => {
    const { country, usState, usDistrict } = toldPlace(person, delivery.facts.places);
    return csvRow([
      person.name,
      country === "" ? "" : countryName(country, locale),
      usState,
      usDistrict === "" ? "" : districtName(usDistrict),
      person.comment,
    ]);
  });
  const head = csvHead([
    t("people.name"),
    t("places.country"),
    t("places.state"),
    t("places.district"),
    t("columns.comment"),
  ]);
  return { content: Buffer.from((after === null ? head : "") + rows.join("")), after: last };
}

/** Every endorsement. */
export async function composeEndorsements(ctx: JobContext, delivery: DeliveryInMaking): Promise<WrittenPart> {
  const { t, locale } = deliveryWords(ctx, delivery);
  const entries = await listDeliveredEndorsements(ctx, delivery.campaignId, delivery.facts.endorsements);
  const columns = ["kind", "affiliation", "role", "sentence", "website"] as const;
  const [kind, ...others] = columns.map((column) => t(`columns.${column}`));
  const head = csvHead([kind ?? "", t("people.name"), ...others, t("places.country")]);
  const rows = entries.map(({ kind: of, name, affiliation, role, sentence, website, country }) =>
    csvRow([t(`kinds.${of}`), name, affiliation, role, sentence, website, countryName(country, locale)]),
  );
  return whole(head + rows.join(""));
}
