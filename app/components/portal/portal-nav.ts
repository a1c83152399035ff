import type { Permission } from "~/domain/access/permissions";

interface NavPlace {
  key: NavKey;
  /** Below `/portal/{organization}`. */
  path: string;
  needs: Permission;
  /** For one kind of organization alone. */
  only?: "host" | "partner";
}

export const navKeys = [
  "home",
  "campaigns",
  "translations",
  "numbers",
  "supporters",
  "mailings",
  "deliveries",
  "endorsements",
  "moderation",
  "reports",
  "partners",
  "members",
  "agreement",
  "operations",
  "audit",
] as const;

export type NavKey = (typeof navKeys)[number];

/** The places of an organization in the portal, in their order. */
export const navPlaces: readonly NavPlace[] = [
  { key: "home", path: "", needs: "organization.read" },
  { key: "campaigns", path: "/campaigns", needs: "campaigns.read" },
  { key: "translations", path: "/translations", needs: "content.read" },
  { key: "numbers", path: "/numbers", needs: "numbers.read" },
  { key: "supporters", path: "/supporters", needs: "supporters.read" },
  { key: "mailings", path: "/mailings", needs: "mailings.read" },
  { key: "deliveries", path: "/deliveries", needs: "deliveries.read" },
  { key: "endorsements", path: "/endorsements", needs: "endorsements.read" },
  { key: "moderation", path: "/moderation", needs: "moderation.read", only: "host" },
  { key: "reports", path: "/reports", needs: "moderation.read", only: "host" },
  { key: "partners", path: "/partners", needs: "partners.read", only: "host" },
  { key: "members", path: "/members", needs: "members.read" },
  { key: "agreement", path: "/agreement", needs: "agreement.read" },
  { key: "operations", path: "/operations", needs: "operations.read", only: "host" },
  { key: "audit", path: "/audit", needs: "audit.read" },
];

export function isNavKey(key: string): key is NavKey {
  return navKeys.some((one) => one === key);
}
