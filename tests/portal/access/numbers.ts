import type { RouteAccess } from "../access-table";

const watchers = { host: ["owner", "editor", "analyst"], partner: ["owner", "editor", "analyst"] } as const;

/** Numbers, their files and the notes beside them. */
export const numbers: readonly RouteAccess[] = [
  { route: "portal.$organization.numbers._index", loader: watchers },
  { route: "portal.$organization.numbers[.]csv", search: () => "?chart=campaigns", loader: watchers },
  {
    route: "portal.$organization.numbers.$campaign._index",
    params: ({ numbers: { campaign } }) => ({ campaign }),
    loader: watchers,
    deeds: {
      "add-note": { ...watchers, fields: () => ({ at: "2026-11-23T12:00", text: "The committee met." }) },
      "remove-note": { ...watchers, fields: ({ numbers: { note } }) => ({ id: note }) },
    },
  },
  {
    route: "portal.$organization.numbers.$campaign.csv",
    params: ({ numbers: { campaign } }) => ({ campaign }),
    search: () => "?chart=signatures",
    loader: watchers,
  },
];
