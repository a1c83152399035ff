import type { Context } from "~/domain/context";
import type { PlaceInput } from "./find-place";
import { loadRoutingFacts } from "./load-routing-facts.server";
import { type Route, routePlace } from "./route-place";

/**
 * What a signer of a campaign can do now, where they are, in their language.
 * @throws {DomainError} countryNotFound
 */
export async function routeSigner(
  ctx: Context,
  input: PlaceInput & { campaignId: string; locale: string },
): Promise<Route> {
  return routePlace(await loadRoutingFacts(ctx, input.campaignId, input.locale), input);
}
