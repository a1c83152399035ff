import { type JobPayload, jobs } from "~/domain/outbox/jobs";
import { endOutdatedDeliveries } from "~/domain/petition-deliveries/end-deliveries.server";
import {
  failDelivery,
  findDeliveryInMaking,
  makePiece,
  type WriteFile,
} from "~/domain/petition-deliveries/make-delivery.server";
import { writePetitionPdf } from "~/services/pdf/petition-pdf.server";
import type { JobContext } from "./job-context";
import { composeDocument } from "./petition-delivery/compose-document.server";
import {
  composeCounts,
  composeEndorsements,
  composeMethod,
  composePeople,
} from "./petition-delivery/compose-tables.server";

/** Pieces in one turn: a second or two, and then other work may come first. */
const PIECES = 12;

/** Makes some more of the documents and tables of a delivered petition: `again` while there is more. */
export async function makePetitionDelivery(
  ctx: JobContext,
  { deliveryId }: JobPayload<"make-petition-delivery">,
): Promise<"done" | "again"> {
  for (let piece = 0; piece < PIECES; piece++) {
    const delivery = await findDeliveryInMaking(ctx, deliveryId);
    if (delivery === null) return "done";
    await makePiece(ctx, delivery, writer(ctx));
  }
  return "again";
}

function writer(ctx: JobContext): WriteFile {
  return async (delivery, { name, kind, recipient }, after) => {
    switch (kind) {
      case "document": {
        const table = recipient === null ? undefined : name.replace(/\.pdf$/, "-people.csv");
        const content = await writePetitionPdf(await composeDocument(ctx, delivery, recipient, table));
        return { content, after: null };
      }
      case "method":
        return composeMethod(ctx, delivery);
      case "counts":
        return composeCounts(ctx, delivery, recipient);
      case "people":
        return composePeople(ctx, delivery, recipient, after);
      case "endorsements":
        return composeEndorsements(ctx, delivery);
      case "checksums":
        throw new Error("The checksums are made by the domain.");
    }
  };
}

/** Ends the documents that show somebody who does not want that any more. */
export async function endPetitionDeliveries(
  ctx: JobContext,
  { campaignId }: JobPayload<"end-petition-deliveries">,
): Promise<"done"> {
  await endOutdatedDeliveries(ctx, campaignId);
  return "done";
}

/** Notes that a delivery can't be made, when its job is given up. */
export async function failPetitionDelivery(ctx: JobContext, payload: unknown): Promise<void> {
  const known = jobs["make-petition-delivery"].payload.safeParse(payload);
  if (known.success) await failDelivery(ctx, known.data.deliveryId);
}
