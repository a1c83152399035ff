import type { z } from "zod";
import type { CwcChannel, CwcProfile } from "~/domain/deliveries/cwc-channel";
import { createHouseGateway } from "./cwc-house.server";
import { createSenateGateway } from "./cwc-senate.server";
import type { cwcSettings } from "./cwc-settings";

type Settings = { [Name in keyof typeof cwcSettings]?: z.infer<(typeof cwcSettings)[Name]> };

/** The channel that the settings describe; null without credentials for a chamber. */
export function createCwcChannel(env: Settings): CwcChannel | null {
  const profile = profileOf(env);
  if (profile === null) return null;
  const { CWC_HOUSE_URL, CWC_HOUSE_API_KEY, CWC_SENATE_URL, CWC_SENATE_OFFICES_URL, CWC_SENATE_API_KEY } = env;
  const house =
    CWC_HOUSE_URL && CWC_HOUSE_API_KEY
      ? createHouseGateway({ url: CWC_HOUSE_URL, apiKey: CWC_HOUSE_API_KEY, perSecond: env.CWC_HOUSE_PER_SECOND })
      : null;
  const senate =
    CWC_SENATE_URL && CWC_SENATE_OFFICES_URL && CWC_SENATE_API_KEY
      ? createSenateGateway({
          url: CWC_SENATE_URL,
          officesUrl: CWC_SENATE_OFFICES_URL,
          apiKey: CWC_SENATE_API_KEY,
          perSecond: env.CWC_SENATE_PER_SECOND,
        })
      : null;
  if (house === null && senate === null) return null;
  return { profile, gateways: { ...(house && { house }), ...(senate && { senate }) } };
}

function profileOf(env: Settings): CwcProfile | null {
  const { CWC_AGENT_NAME: agent, CWC_AGENT_EMAIL: agentAckEmail } = env;
  const { CWC_CONTACT_NAME: name, CWC_CONTACT_EMAIL: email, CWC_CONTACT_PHONE: phone } = env;
  if (!agent || !agentAckEmail || !name || !email || !phone) return null;
  return {
    agent,
    agentAckEmail,
    agentContact: { name, email, phone },
    organization: organizationOf(env),
    topics: env.CWC_TOPICS ?? ["Science, Technology, Communications"],
    bill: billOf(env),
  };
}

function organizationOf(env: Settings): CwcProfile["organization"] {
  const { CWC_ORGANIZATION: name, CWC_ORGANIZATION_ABOUT: about, CWC_ORGANIZATION_CONTACT_NAME: contact } = env;
  const { CWC_ORGANIZATION_CONTACT_EMAIL: email, CWC_ORGANIZATION_CONTACT_PHONE: phone } = env;
  if (!name || !about || !contact || !email || !phone) return null;
  return { name, about, contact: { name: contact, email, phone } };
}

function billOf(env: Settings): CwcProfile["bill"] {
  const { CWC_BILL_CONGRESS: congress, CWC_BILL_TYPE: type, CWC_BILL_NUMBER: number, CWC_BILL_STANCE: stance } = env;
  return congress && type && number && stance ? { congress, type, number, stance } : null;
}
