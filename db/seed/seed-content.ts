import type { Database } from "../database";
import { hosts } from "../schema/hosts";
import { seedConsentWordings, seedMissingWordings } from "./consent-wordings";
import { seedContentItems } from "./content-items";
import { seedFlagship } from "./flagship";
import { seedLaterArticles } from "./later-articles";
import { seedLaterLanguages } from "./later-languages";
import { seedMessageTemplates, seedMissingTemplates } from "./message-templates";
import { seedPrinciples } from "./principles";
import { seedRegions } from "./regions";
import { seedRoutingRules } from "./routing-rules";
import { seedSamplePartners } from "./sample-partners";
import { seedSearchDocuments } from "./search-documents";
import { stableId } from "./stable-id";
import { seedUpdates } from "./updates";

/**
 * Writes the content of a new installation. Where the host exists already, the content is staff's and is left
 * alone; only templates, wordings and languages that came with a later version are added, and first revisions, and samples
 * that nobody has touched say what they say now. One transaction, so that a start that is cut short leaves nothing that
 * looks finished.
 */
export async function seedContent(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const hostId = stableId("host", "privacy-for-all");
    const made = await tx
      .insert(hosts)
      .values({ id: hostId, slug: "privacy-for-all", name: "Privacy for All", createdAt: now })
      .onConflictDoNothing()
      .returning({ id: hosts.id });
    if (made.length === 0) {
      await seedMissingTemplates({ db: tx });
      await seedMissingWordings({ db: tx, hostId });
      await seedContentItems({ db: tx, hostId });
      await seedLaterArticles({ db: tx, now });
      await seedLaterLanguages({ db: tx, now });
      return seedSearchDocuments({ db: tx });
    }

    const scope = { db: tx, now, hostId };
    await seedRegions(scope);
    await seedPrinciples(scope);
    const campaignId = await seedFlagship(scope);
    await seedSamplePartners(scope, campaignId);
    await seedRoutingRules(scope);
    await seedConsentWordings(scope);
    await seedMessageTemplates(scope, campaignId);
    await seedUpdates(scope);
    await seedContentItems(scope);
    await seedSearchDocuments(scope);
  });
}
