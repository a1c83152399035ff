import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MembersPage } from "~/components/portal/members-page";
import { invitationForm, memberForm, revokeForm, rolesForm } from "~/domain/access/access-forms";
import { may } from "~/domain/access/authorize";
import { invite, listInvitations, revokeInvitation } from "~/domain/access/invitations.server";
import { changeRoles, endMembership, listMembers } from "~/domain/access/members.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Who works for the organization, who is invited, and what they may do. */
export const loader = forPortal(async ({ ctx, actor, url, i18n, visitor }) => ({
  title: i18n.t("portal:members.title"),
  isPrivate: true,
  done: url.searchParams.get("done"),
  members: await listMembers(ctx, actor),
  invitations: await listInvitations(ctx, actor),
  mayChange: may(actor, "members.change"),
  isHost: actor.organization.kind === "host",
  myId: visitor.userId,
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ base }: PortalPage, done: string) => redirect(`${base}/members?done=${done}`, { status: 303 });

export const action = portalDeeds({
  async invite(page, form) {
    const read = readFields(invitationForm, form, ["roles"]);
    if (read.errors)
      return data({ intent: "invite", ...read, roles: form.getAll("roles").map(String) }, { status: 422 });
    const outcome = await invite(page.ctx, page.actor, { ...read.data, locale: page.locale });
    return back(page, outcome);
  },
  async revoke(page, form) {
    const read = readFields(revokeForm, form);
    if (read.errors) return data({ intent: "revoke", ...read, roles: [] }, { status: 422 });
    await revokeInvitation(page.ctx, page.actor, read.data.invitation);
    return back(page, "revoked");
  },
  async roles(page, form) {
    const read = readFields(rolesForm, form, ["roles"]);
    if (read.errors) return data({ intent: "roles", ...read, roles: [] }, { status: 422 });
    return back(page, await changeRoles(page.ctx, page.actor, read.data.user, read.data.roles));
  },
  async end(page, form) {
    const read = readFields(memberForm, form);
    if (read.errors) return data({ intent: "end", ...read, roles: [] }, { status: 422 });
    return back(page, await endMembership(page.ctx, page.actor, read.data.user));
  },
});

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()).nullable(),
  values: z.record(z.string(), z.string()),
  roles: z.array(z.string()),
});

export default function Members() {
  const facts = useLoaderData<typeof loader>();
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <MembersPage {...facts} sent={sent.data ?? null} />;
}
