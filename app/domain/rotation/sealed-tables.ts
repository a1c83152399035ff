import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { deliveries, deliveryRequests, followUps } from "~db/schema/deliveries";
import { endorsements } from "~db/schema/endorsements";
import { exportChunks } from "~db/schema/exports";
import { networkKeys } from "~db/schema/moderation";
import { localMails, outbox } from "~db/schema/outbox";
import { petitionDeliveryParts } from "~db/schema/petition-deliveries";
import { publicSignatures } from "~db/schema/public-signatures";
import { confirmations, signatures } from "~db/schema/signatures";
import { invitations, users } from "~db/schema/users";

/** One place where sealed texts stand. */
export interface SealedField {
  column: PgColumn;
  /** The field of the JSON object that the column holds; without it the column itself is the sealed text. */
  field?: string;
  /** Under which purposes of the vault its texts are sealed. */
  purposes: readonly string[];
}

export interface SealedTable {
  name: string;
  table: PgTable;
  /** Its primary key. */
  key: readonly PgColumn[];
  /** How many rows are looked at together. */
  rowsAtOnce: number;
  fields: readonly SealedField[];
}

/**
 * Everything that is sealed. A sealed column, or a job whose payload has a sealed field, that is missing here would be
 * lost with the key that it is under; a test holds the list to the schema.
 */
export const sealedTables: readonly SealedTable[] = [
  {
    name: "network_keys",
    table: networkKeys,
    key: [networkKeys.day],
    rowsAtOnce: 500,
    fields: [{ column: networkKeys.keySealed, purposes: ["network.key"] }],
  },
  {
    name: "users",
    table: users,
    key: [users.id],
    rowsAtOnce: 500,
    fields: [
      { column: users.emailSealed, purposes: ["user.email"] },
      { column: users.nameSealed, purposes: ["user.name"] },
    ],
  },
  {
    name: "invitations",
    table: invitations,
    key: [invitations.id],
    rowsAtOnce: 500,
    fields: [{ column: invitations.emailSealed, purposes: ["invitation.email"] }],
  },
  {
    name: "signatures",
    table: signatures,
    key: [signatures.campaignId, signatures.id],
    rowsAtOnce: 500,
    fields: [
      { column: signatures.nameSealed, purposes: ["signature.name"] },
      { column: signatures.emailSealed, purposes: ["signature.email"] },
    ],
  },
  {
    name: "confirmations",
    table: confirmations,
    key: [confirmations.campaignId, confirmations.id],
    rowsAtOnce: 500,
    fields: [{ column: confirmations.postalCodeSealed, purposes: ["signature.postalCode"] }],
  },
  {
    name: "delivery_requests",
    table: deliveryRequests,
    key: [deliveryRequests.campaignId, deliveryRequests.id],
    rowsAtOnce: 500,
    fields: [{ column: deliveryRequests.constituentSealed, purposes: ["delivery.constituent"] }],
  },
  {
    name: "deliveries",
    table: deliveries,
    key: [deliveries.campaignId, deliveries.id],
    rowsAtOnce: 100,
    fields: [{ column: deliveries.messageSealed, purposes: ["delivery.message"] }],
  },
  {
    name: "follow_ups",
    table: followUps,
    key: [followUps.campaignId, followUps.id],
    rowsAtOnce: 500,
    fields: [{ column: followUps.emailSealed, purposes: ["follow_up.email"] }],
  },
  {
    name: "export_chunks",
    table: exportChunks,
    key: [exportChunks.exportId, exportChunks.number],
    // Each holds some hundred people.
    rowsAtOnce: 20,
    fields: [{ column: exportChunks.rowsSealed, purposes: ["export.rows"] }],
  },
  {
    name: "public_signatures",
    table: publicSignatures,
    key: [publicSignatures.campaignId, publicSignatures.signatureId],
    rowsAtOnce: 500,
    fields: [{ column: publicSignatures.commentSealed, purposes: ["signature.comment"] }],
  },
  {
    name: "endorsements",
    table: endorsements,
    key: [endorsements.campaignId, endorsements.id],
    rowsAtOnce: 500,
    fields: [
      { column: endorsements.contentSealed, purposes: ["endorsement.content"] },
      { column: endorsements.emailSealed, purposes: ["endorsement.email"] },
      { column: endorsements.reasonSealed, purposes: ["endorsement.reason"] },
    ],
  },
  {
    name: "petition_delivery_parts",
    table: petitionDeliveryParts,
    key: [petitionDeliveryParts.deliveryId, petitionDeliveryParts.name, petitionDeliveryParts.number],
    // A part holds up to 200 kB.
    rowsAtOnce: 10,
    fields: [{ column: petitionDeliveryParts.bodySealed, purposes: ["petition_delivery.part"] }],
  },
  {
    name: "outbox",
    table: outbox,
    key: [outbox.id],
    // Rendered mails are long.
    rowsAtOnce: 50,
    fields: [
      { column: outbox.stateSealed, purposes: ["outbox.mail", "outbox.batch"] },
      { column: outbox.payload, field: "recipientSealed", purposes: ["mail.recipient"] },
    ],
  },
  {
    name: "local_mails",
    table: localMails,
    key: [localMails.id],
    rowsAtOnce: 50,
    fields: [{ column: localMails.messageSealed, purposes: ["local_mails.message"] }],
  },
];

/** `table.column`, and `.field` where it is one of a JSON object. */
export function nameOfField({ name }: Pick<SealedTable, "name">, { column, field }: SealedField): string {
  return [name, column.name, ...(field === undefined ? [] : [field])].join(".");
}
