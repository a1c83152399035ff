import type { RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const readers = { host: ["owner", "editor", "analyst"], partner: [] } as const;
const actors = { host: ["owner", "editor"], partner: [] } as const;
const owners = { host: ["owner"], partner: [] } as const;

const campaignOf = ({ trust: { campaign } }: Scene) => ({ campaign });

/** What the host's people look after: signatures, reports, later work and switches. */
export const trust: readonly RouteAccess[] = [
  { route: "portal.$organization.moderation._index", isHosts: true, loader: readers },
  {
    route: "portal.$organization.moderation.$campaign._index",
    isHosts: true,
    params: campaignOf,
    loader: readers,
    deeds: {
      release: { ...actors, fields: ({ trust: { held } }) => ({ signature: held, reason: "A test" }) },
      // Whoever may let a signature go need not know whose it is.
      reveal: {
        ...owners,
        fields: ({ trust: { held } }) => ({
          campaign: "00000000-0000-4000-8000-000000000001",
          supporter: held,
          reason: "check",
          note: "",
        }),
      },
    },
  },
  {
    route: "portal.$organization.moderation.$campaign.strikes",
    isHosts: true,
    params: campaignOf,
    loader: readers,
    deeds: {
      preview: { ...actors, fields: () => ({ country: "KE" }) },
      order: {
        ...actors,
        fields: () => ({ country: "KE", reason: "A test", key: "00000000-0000-4000-8000-000000000001" }),
      },
      cancel: { ...actors, fields: ({ trust: { waitingStrike } }) => ({ strike: waitingStrike }) },
      undo: { ...actors, fields: ({ trust: { doneStrike } }) => ({ strike: doneStrike }) },
    },
  },
  {
    route: "portal.$organization.reports",
    isHosts: true,
    loader: readers,
    deeds: {
      accept: { ...actors, fields: ({ trust: { report } }) => ({ report, value: "202-225-0001" }) },
      "set-aside": { ...actors, fields: ({ trust: { report } }) => ({ report }) },
      correct: { ...actors, fields: () => ({ office: "P000197", field: "phone", value: "202-225-0001" }) },
      withdraw: { ...actors, fields: ({ trust: { correction } }) => ({ correction }) },
    },
  },
  {
    route: "portal.$organization.operations",
    isHosts: true,
    loader: readers,
    deeds: {
      retry: { ...actors, fields: ({ trust: { deadJob } }) => ({ id: deadJob }) },
      "retry-all": { ...actors, fields: () => ({ name: "look-up-mail-domain" }) },
      discard: { ...actors, fields: ({ trust: { deadJob } }) => ({ id: deadJob, reason: "A test" }) },
      "switch-on": { ...actors, fields: () => ({ name: "mail-paused", campaign: "" }) },
      "switch-off": { ...actors, fields: () => ({ name: "mail-paused", campaign: "" }) },
    },
  },
];
