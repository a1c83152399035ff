import { deliveryOffered } from "~/domain/deliveries/delivery-offered";
import { findOffice } from "~/domain/lawmakers/find-office";
import { findYourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import type { Lawmaker } from "~/domain/lawmakers/lawmaker";
import type { WhereYouLive } from "~/domain/lawmakers/where-you-live";
import { errorFacts } from "~/services/log.server";
import { pageError } from "./answer.server";
import type { LoadContext } from "./load-context";

/**
 * Makes sure that the lists of offices that take messages are there, where they can be had.
 * @throws the page that says that there is nothing here, without credentials for any chamber
 */
export async function expectDelivery({ cwc, log }: LoadContext): Promise<void> {
  if (cwc === null) throw pageError({ code: "pageNotFound" });
  await Promise.all(
    Object.values(cwc.gateways).map(async (gateway) => {
      if (gateway.knownOffices() !== null) return;
      await gateway
        .activeOffices()
        .catch((error: unknown) => log.warn("offices of Congress could not be listed", errorFacts(error)));
    }),
  );
}

/** Those of a person's offices that messages can be handed to, by where they live. */
export function offeredByPlace({ ctx, facts, cwc }: LoadContext, where: WhereYouLive): Lawmaker[] {
  const yours = findYourLawmakers(facts.current(), where, ctx.now());
  if (!yours || yours.step === "expired") return [];
  const house = "house" in yours ? (yours.house.lawmaker ?? null) : null;
  const senators = "senators" in yours ? yours.senators : [];
  return [...senators, ...(house ? [house] : [])].filter((lawmaker) => deliveryOffered(cwc, lawmaker));
}

/** Those of some offices that messages can be handed to; all of one state, because a person lives in one. */
export function offeredByName({ ctx, facts, cwc }: LoadContext, offices: readonly string[]): Lawmaker[] {
  const found = offices.flatMap((office) => findOffice(facts.current(), office, ctx.now())?.lawmaker ?? []);
  const offered = found.filter((lawmaker) => deliveryOffered(cwc, lawmaker));
  return offered.every(({ state }) => state === offered[0]?.state) ? offered : [];
}
