import type { officeCorrections } from "~db/schema/office-facts";
import type { Lawmaker } from "../lawmakers/lawmaker";

export type Correction = Pick<typeof officeCorrections.$inferSelect, "id" | "bioguide" | "field" | "was" | "value">;
export type CorrectedField = Correction["field"];

/**
 * `standing`: it is shown. `stale`: the facts have said something else since, and that is shown; `agreed`: they say the
 * same by now. `gone`: there is no such member any more.
 */
export type CorrectionStatus = "standing" | "stale" | "agreed" | "gone";

/** The values that the facts have for a field; empty where they have none. */
export function factsOf(lawmaker: Lawmaker, field: CorrectedField): string[] {
  if (field === "local_phone") return lawmaker.localOffices.flatMap(({ phone }) => phone ?? []);
  const value = { phone: lawmaker.phone, contact_form: lawmaker.contactForm, website: lawmaker.website }[field];
  return [value ?? ""];
}

export function statusOf(correction: Correction, lawmaker: Lawmaker | undefined): CorrectionStatus {
  if (lawmaker === undefined) return "gone";
  const facts = factsOf(lawmaker, correction.field);
  if (facts.includes(correction.was)) return "standing";
  return facts.includes(correction.value ?? "") ? "agreed" : "stale";
}

/** The members as they are shown: with every correction whose fact has not moved on since. */
export function applyCorrections(lawmakers: readonly Lawmaker[], corrections: readonly Correction[]): Lawmaker[] {
  if (corrections.length === 0) return [...lawmakers];
  return lawmakers.map((lawmaker) =>
    corrections
      .filter(
        (correction) => correction.bioguide === lawmaker.bioguide && statusOf(correction, lawmaker) === "standing",
      )
      .reduce(applyOne, lawmaker),
  );
}

function applyOne(lawmaker: Lawmaker, { field, was, value }: Correction): Lawmaker {
  switch (field) {
    case "phone":
      return { ...lawmaker, phone: value };
    case "contact_form":
      return { ...lawmaker, contactForm: value };
    case "website":
      return { ...lawmaker, website: value };
    case "local_phone":
      return {
        ...lawmaker,
        localOffices: lawmaker.localOffices.map((office) => {
          if (office.phone !== was) return office;
          const { phone: _, ...rest } = office;
          return value === null ? rest : { ...rest, phone: value };
        }),
      };
  }
}
