import type { AppLoadContext } from "@remix-run/node";
import { createNetworks } from "~/domain/abuse/network-hash.server";
import { createNetworkLimit } from "~/domain/abuse/network-limit.server";
import type { PortalVisitor } from "~/domain/access/visitor";
import type { Context } from "~/domain/context";
import { createCountsSource } from "~/domain/counting/counts-source.server";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { createSigningDesk } from "~/domain/signatures/take-sign-form.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { islandUrls } from "~/http/island-urls.server";
import "~/http/load-context";
import { createTranslators } from "~/i18n/instances.server";
import { createLog } from "~/services/log.server";

const translator = createTranslators();

/** What a loader or action of the portal receives when `visitor` asks; null is somebody who is not signed in. */
export function loadContext(ctx: Context, visitor: PortalVisitor | null): AppLoadContext {
  const switches = createSwitchesSource(ctx);
  return {
    ctx,
    facts: createFactsSource(ctx.db),
    counts: createCountsSource(ctx),
    switches,
    cwc: null,
    networks: createNetworks(ctx),
    log: createLog("silent"),
    geocoder: null,
    mailWebhook: null,
    translator,
    takeSignForm: createSigningDesk(ctx, switches),
    address: undefined,
    networkLimit: createNetworkLimit(ctx),
    islands: islandUrls(null),
    origin: "https://privacy.example",
    isDemo: false,
    hasLocalMailbox: false,
    gpc: false,
    portal: { visitor: () => Promise.resolve(visitor), locale: () => "en" },
    fault: null,
  };
}
