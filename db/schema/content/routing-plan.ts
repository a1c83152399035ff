import { z } from "zod";
import { actionKinds } from "./action-kinds";

/** An action of a campaign beside its texts. Moments are ISO 8601. */
export const plannedAction = z.object({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(actionKinds),
  link: z.string().nullable(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  /** ISO 3166-1 alpha-2. */
  countries: z.array(z.string()),
  isWorldwide: z.boolean(),
  /** Nobody is offered it any more. */
  isRetired: z.boolean(),
});

/** One sentence of a campaign's routing: who is where gets what. */
export const plannedRule = z.object({
  id: z.uuid(),
  /** Countries, subdivisions (ISO 3166-2), M49 regions and groups; empty: everybody else. */
  places: z.array(z.string()),
  /** Slugs of actions in their order. */
  actions: z.array(z.string()),
  /** Whether what is usual in the place follows. */
  withUsual: z.boolean(),
});

/**
 * The actions of a campaign and its rules, each in their order: a part of `partner_actions` and `routing_rules`. As
 * `campaigns.proposed_routing` it waits for the host's yes.
 */
export const routingPlan = z.object({ actions: z.array(plannedAction), rules: z.array(plannedRule) });

export type PlannedAction = z.infer<typeof plannedAction>;
export type PlannedRule = z.infer<typeof plannedRule>;
export type RoutingPlan = z.infer<typeof routingPlan>;
