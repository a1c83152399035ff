import type { PortalActor } from "~/domain/access/portal-actor";
import type { Context } from "~/domain/context";
import { saveRule } from "~/domain/partner-actions/change-rules.server";
import { createAction } from "~/domain/partner-actions/create-action.server";
import { somePartner } from "../domain/access/people";
import type { Kind } from "./access-table";

/** A campaign with an action and a rule. */
export interface RoutingThings {
  /** Slug. */
  campaign: string;
  action: string;
  rule: string;
}

/** Adds an action and a rule to the campaign of the partner, which the host's people work on as well. */
export async function prepareRouting(
  ctx: Context,
  owner: PortalActor,
  campaign: string,
): Promise<Record<Kind, RoutingThings>> {
  const action = ctx.newId();
  const rule = ctx.newId();
  await createAction(ctx, owner, campaign, {
    ...{ id: action, partner: somePartner, locale: "en", kind: "email_target", link: "https://soko.example.org/write" },
    ...{ title: "Write to the county", summary: "It decides.", body: "Ask it to switch them off.", cta: "Write" },
    ...{ startsAt: null, endsAt: null, countries: ["KE"], isWorldwide: false },
  });
  const planned = { id: rule, places: ["KE"], actions: [], withUsual: true };
  await saveRule(ctx, owner, campaign, { seen: "", planned });
  const things = { campaign, action, rule };
  return { partner: things, host: things };
}
