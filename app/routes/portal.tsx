import { Outlet } from "@remix-run/react";
import { forOpenPortal } from "~/http/portal/portal-page.server";

/** Every page of the portal: who is signed in, and for which organizations. */
export const loader = forOpenPortal(async ({ context }) => {
  const visitor = await context.portal.visitor();
  return {
    portalVisitor: visitor && {
      name: visitor.name,
      organizations: visitor.memberships.map(({ slug, name }) => ({ slug, name })),
    },
  };
});

export default function Portal() {
  return <Outlet />;
}
