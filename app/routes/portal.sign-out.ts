import { redirect } from "@remix-run/node";
import { endSession } from "~/domain/access/sessions.server";
import { forOpenPortal } from "~/http/portal/portal-page.server";
import { sessionCookie } from "~/http/portal/session-cookie";

/** There is nothing to look at here. */
export const loader = () => redirect("/portal", { status: 303 });

/** Signs the device out; its cookie is gone and would open nothing. */
export const action = forOpenPortal(async ({ ctx, context }) => {
  const visitor = await context.portal.visitor();
  if (visitor !== null) await endSession(ctx, visitor.userId, visitor.sessionId);
  throw redirect("/portal/sign-in", { status: 303, headers: { "Set-Cookie": sessionCookie(context.origin).clear() } });
});
