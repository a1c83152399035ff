import type { DeliveryFacts, Recipient } from "./delivery-facts";

/** What a file holds. */
export type FileKind = "document" | "method" | "counts" | "people" | "endorsements" | "checksums";

export interface PlannedFile {
  name: string;
  kind: FileKind;
  /** Whose version it is part of; null for the one of all. */
  recipient: Recipient | null;
}

export const CHECKSUMS = "SHA256SUMS.txt";

/** Whether a file may show people's names or comments; that of endorsements shows only what stands on the page anyway. */
export function mayShowPeople(name: string): boolean {
  return name.endsWith(".pdf") || name.endsWith("people.csv");
}

/** All files of a delivery in their order: the version of all, one for each recipient, and the list of their checksums. */
export function planFiles({ recipients }: Pick<DeliveryFacts, "recipients">): PlannedFile[] {
  return [
    { name: "petition.pdf", kind: "document", recipient: null },
    { name: "method.txt", kind: "method", recipient: null },
    { name: "counts.csv", kind: "counts", recipient: null },
    { name: "people.csv", kind: "people", recipient: null },
    { name: "endorsements.csv", kind: "endorsements", recipient: null },
    ...recipients.flatMap((recipient): PlannedFile[] => {
      const name = recipientName(recipient);
      return [
        { name: `${name}.pdf`, kind: "document", recipient },
        { name: `${name}-counts.csv`, kind: "counts", recipient },
        { name: `${name}-people.csv`, kind: "people", recipient },
      ];
    }),
    { name: CHECKSUMS, kind: "checksums", recipient: null },
  ];
}

/** `CA-11-pelosi-P000197`, `CA-senate-padilla-P000145`: sorted, they stand by state. */
function recipientName({ state, district, lastName, bioguide }: Recipient): string {
  const last = lastName
    .normalize("NFKD")
    .replace(/[^A-Za-z]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return [state, district === null ? "senate" : String(district).padStart(2, "0"), last, bioguide].join("-");
}
