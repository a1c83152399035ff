import type { CwcGateway } from "~/domain/deliveries/cwc-channel";
import { createCwcGateway } from "./cwc-gateway.server";

interface SenateSettings {
  /** The message resource; its address is handed to approved agents and stands in no code. */
  url: string;
  /** The list of active offices. */
  officesUrl: string;
  apiKey: string;
  perSecond?: number | undefined;
}

/** The gateway of the Senate, run by its Sergeant at Arms. Offices take part of their own will. */
export function createSenateGateway(settings: SenateSettings): CwcGateway {
  return createCwcGateway({
    messagesUrl: settings.url,
    officesUrl: settings.officesUrl,
    apiKey: settings.apiKey,
    perSecond: settings.perSecond ?? 5,
    acceptedStatus: 201,
  });
}
