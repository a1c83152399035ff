import { Outlet } from "@remix-run/react";
import { navPlaces } from "~/components/portal/portal-nav";
import { may } from "~/domain/access/authorize";
import { forPortal } from "~/http/portal/portal-page.server";

/** Every page of an organization: its name, and the places that the visitor's roles open. */
export const loader = forPortal(({ membership, actor, base }) => ({
  portalOrganization: {
    slug: membership.slug,
    name: membership.name,
    nav: navPlaces
      .filter(({ needs, only }) => may(actor, needs) && (only === undefined || only === actor.organization.kind))
      .map(({ key, path }) => ({ key, href: `${base}${path}` })),
  },
}));

export default function Organization() {
  return <Outlet />;
}
