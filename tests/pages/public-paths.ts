export const flagship = "/campaigns/privacy-for-all";
/** A campaign of a partner, in one language alone. */
const partnerCampaign = "/campaigns/tatbiqat-bila-tatabbu";

/**
 * Every page that a visitor can open by its address, below the language, with whatever makes it look different. Who
 * adds a page adds it here: a test says which one is missing.
 */
export const publicPaths: readonly string[] = [
  "",
  "/campaigns",
  flagship,
  `${flagship}/check-inbox`,
  `${flagship}/check-inbox?resent=1`,
  `${flagship}/take-action`,
  `${flagship}/take-action?country=US`,
  `${flagship}/take-action?country=KE&confirmed=1`,
  `${flagship}/take-action?country=DE`,
  `${flagship}/take-action?country=ZZ`,
  `${flagship}/take-action?country=US&region=US-CA`,
  partnerCampaign,
  `${flagship}/where`,
  `${flagship}/lawmakers`,
  `${flagship}/lawmakers?zip=94110`,
  `${flagship}/lawmakers?zip=02139`,
  `${flagship}/lawmakers?zip=42223`,
  `${flagship}/lawmakers?zip=1`,
  `${flagship}/lawmakers?district=CA-14`,
  `${flagship}/lawmakers?state=PR`,
  `${flagship}/lawmakers?abroad=1`,
  `${flagship}/lawmakers/call?zip=94110`,
  `${flagship}/lawmakers/call?district=CA-14&office=CA-14`,
  `${flagship}/lawmakers/call?zip=94110&done=P000197.phone&done=P000145.phone&done=S001150.phone`,
  `${flagship}/lawmakers/contact`,
  `${flagship}/lawmakers/follow-up`,
  `${flagship}/lawmakers/letter`,
  `${flagship}/lawmakers/report?zip=94110&office=P000197`,
  `${flagship}/lawmakers/write?zip=94110`,
  `${flagship}/lawmakers/write?district=CA-14`,
  "/principles",
  "/principles/data-rights",
  "/principles/data-rights?country=KE",
  "/principles/data-rights?country=DE",
  "/principles/data-rights?country=US",
  "/principles/data-rights?country=ZM",
  "/updates",
  "/updates?type=guide&page=1",
  "/updates?type=event&principle=civil-rights",
  "/updates/sample-draft-federal-privacy-bill",
  "/updates/sample-floor-or-ceiling",
  "/updates/sample-reading-chatbot-notices",
  "/updates/sample-guide-smart-lamp",
  "/updates/sample-partner-workshop-kisumu",
  "/updates/sample-three-changes-2024",
  "/search",
  "/search?q=privacy",
  "/search?q=zzzzz",
  "/privacy",
  "/no-such-page",
  "/confirm/no-such-token",
  "/unsubscribe/no-such-token",
  "/deliver/no-such-token",
  "/answers/no-such-token",
  "/principles/no-such-principle",
  "/updates/no-such-update",
];

/** Routes of pages that no visitor of this installation reaches, and why. */
export const unreachable: Readonly<Record<string, string>> = {
  "$locale.campaigns.$campaign_.lawmakers_.address": "only where an operator names a geocoder; it has a journey",
  "$locale.campaigns.$campaign_.lawmakers_.deliver": "only where an operator has access to CWC; it has a journey",
};
