import type { CwcGateway } from "~/domain/deliveries/cwc-channel";
import { createCwcGateway } from "./cwc-gateway.server";

/** The gateway of the House, run by its Chief Administrative Officer. @param url the host, for tests or production */
export function createHouseGateway(settings: {
  url: string;
  apiKey: string;
  perSecond?: number | undefined;
}): CwcGateway {
  const base = settings.url.replace(/\/+$/, "");
  return createCwcGateway({
    messagesUrl: `${base}/v2/message`,
    officesUrl: `${base}/v2/offices`,
    apiKey: settings.apiKey,
    perSecond: settings.perSecond ?? 5,
    acceptedStatus: 200,
  });
}
