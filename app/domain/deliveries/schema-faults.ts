import type { Context } from "../context";
import { composeCwc } from "./compose-cwc";
import type { CwcProfile } from "./cwc-channel";
import { cwcMessage } from "./cwc-message";
import { personFields } from "./delivery-fields";
import type { DeliveryFormErrors } from "./delivery-form";
import type { Constituent, OfficeMessage } from "./sealed-parts";

/**
 * What the schema of the gateways finds in a message, by the field of the form, before anything is kept of it. Faults of our
 * own settings have no field.
 */
export function schemaFaults(
  ctx: Pick<Context, "now" | "newId" | "vault">,
  profile: CwcProfile,
  office: { bioguide: string; officeCode: string; campaignId: string },
  constituent: Constituent,
  message: OfficeMessage,
): DeliveryFormErrors {
  const parsed = cwcMessage.safeParse(
    composeCwc(ctx, {
      profile,
      campaignId: office.campaignId,
      deliveryId: ctx.newId().replaceAll("-", ""),
      officeCode: office.officeCode,
      confirmedAt: ctx.now(),
      constituent,
      message,
    }),
  );
  if (parsed.success) return {};
  const fields = parsed.error.issues.map(({ path: [part, field] }) => {
    if (part === "message") return field === "subject" ? `subject.${office.bioguide}` : `text.${office.bioguide}`;
    return personFields.find((one) => part === "constituent" && one === field) ?? "offices";
  });
  return Object.fromEntries(fields.map((field) => [field, "notTaken" as const]));
}
