import { type RoutingMatch, routingMatch } from "../schema/content/routing-match";
import { routingRules } from "../schema/routing";
import { readRegionsFile } from "./regions-file";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

export async function seedRoutingRules({ db, hostId }: SeedScope): Promise<void> {
  const rows = readRegionsFile().routing_rules.map(({ id, priority, match, actions }) => {
    const stored: RoutingMatch = {
      usVoterAbroad: match.us_voter_abroad,
      subdivision: match.subdivision,
      country: match.country,
      listedCountry: match.country_in === undefined ? undefined : true,
      group: match.group,
      regionHasPartnerCampaign: match.region_has_partner_campaign,
    };
    return {
      id: stableId("routing-rule", id),
      hostId,
      campaignId: null,
      key: id,
      priority,
      match: routingMatch.parse(stored),
      actions: typeof actions === "string" ? null : actions,
    };
  });
  await db.insert(routingRules).values(rows);
}
