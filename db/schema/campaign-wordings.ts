import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { id } from "./columns";
import { consentPurposes, consentWordings } from "./consents";

/** The version of a consent's wording that a campaign asks under, where that is not simply the newest. */
export const campaignWordings = pgTable(
  "campaign_wordings",
  {
    campaignId: id("campaign_id").references(() => campaigns.id),
    purpose: text("purpose", { enum: consentPurposes }).notNull(),
    locale: text("locale").notNull(),
    wordingId: id("wording_id").references(() => consentWordings.id),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.purpose, table.locale] })],
);
