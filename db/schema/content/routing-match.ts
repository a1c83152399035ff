import { z } from "zod";

const code = z.string().min(1);

/** `routing_rules.match`: every condition that is given must hold, so an empty match is everybody's. */
export const routingMatch = z.strictObject({
  /** Votes in the United States and lives elsewhere. */
  usVoterAbroad: z.literal(true).optional(),
  /** Any of these: countries, ISO 3166-2 subdivisions, M49 regions, groups. What a campaign's own rules are made of. */
  place: z.array(code).min(1).optional(),
  /** ISO 3166-2. */
  subdivision: z.array(code).min(1).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.array(code).min(1).optional(),
  /** The country has actions of its own in `countries.actions`. */
  listedCountry: z.literal(true).optional(),
  /** A group in `countries.groups`. */
  group: z.array(code).min(1).optional(),
  /** A partner's published action is open in the same M49 region, the whole world not being one. */
  regionHasPartnerCampaign: z.literal(true).optional(),
});

export type RoutingMatch = z.infer<typeof routingMatch>;
