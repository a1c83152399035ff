import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  acceptInvitation,
  findInvitation,
  invite,
  issueInvitation,
  listInvitations,
  revokeInvitation,
} from "~/domain/access/invitations.server";
import { changeRoles, endMembership, listMembers } from "~/domain/access/members.server";
import { PROOF_MINUTES } from "~/domain/access/portal-actor";
import { findVisitor } from "~/domain/access/sessions.server";
import type { Context } from "~/domain/context";
import { invitations } from "~db/schema/users";
import { withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "./people";

const wish = { email: "wanjiru@example.org", roles: ["editor"] as ["editor"], locale: "es" };

async function mailOf(ctx: Context): Promise<string> {
  const [row] = await ctx.db.select({ id: invitations.id }).from(invitations).where(eq(invitations.locale, "es"));
  const mail = await issueInvitation(ctx, row?.id ?? "");
  if (mail === null) throw new Error("No mail was written.");
  return mail.token;
}

test(
  "who accepts an invitation is a member at once, and the link is used up",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    expect(await invite(ctx, owner, wish)).toBe("invited");
    const token = await mailOf(ctx);
    expect(await findInvitation(ctx, token)).toMatchObject({
      email: "wanjiru@example.org",
      roles: ["editor"],
      isKnown: false,
    });
    const accepted = await acceptInvitation(ctx, { token, name: "Wanjiru", locale: "en", device: "Firefox · Linux" });
    if (accepted.outcome !== "accepted") throw new Error(accepted.outcome);
    expect(await findVisitor(ctx, accepted.token)).toMatchObject({
      name: "Wanjiru",
      memberships: [{ slug: somePartner, roles: ["editor"] }],
    });
    expect(await acceptInvitation(ctx, { token, name: "Eve", locale: "en", device: "x" })).toEqual({
      outcome: "refused",
    });
    expect(await invite(ctx, owner, { ...wish, email: "Wanjiru@Example.org" })).toBe("alreadyMember");
  }),
);

test(
  "an invitation that is taken back, or a week old, opens nothing",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    await invite(ctx, owner, wish);
    const token = await mailOf(ctx);
    const [open] = await listInvitations(ctx, owner);
    await revokeInvitation(ctx, owner, open?.id ?? "");
    expect(await findInvitation(ctx, token)).toBeNull();
    await expect(revokeInvitation(ctx, owner, open?.id ?? "")).rejects.toMatchObject({ code: "notFound" });

    await invite(ctx, owner, { ...wish, email: "late@example.org" });
    ctx.clock.advance(8 * 86_400_000);
    expect(await listInvitations(ctx, owner)).toEqual([]);
  }),
);

test(
  "somebody must stay an owner",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const second = await member(ctx, "second@example.org", ["editor"], somePartner);
    expect(await changeRoles(ctx, owner, owner.userId, ["editor"])).toBe("lastOwner");
    expect(await endMembership(ctx, owner, owner.userId)).toBe("lastOwner");
    expect(await changeRoles(ctx, owner, second.userId, ["owner"])).toBe("done");
    expect(await changeRoles(ctx, owner, owner.userId, ["editor"])).toBe("done");
    expect((await listMembers(ctx, second)).map(({ roles }) => roles)).toEqual([["editor"], ["owner"]]);
  }),
);

test(
  "the team of another organization cannot be touched, and a device left open is not enough",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const editor = await member(ctx, "editor@example.org", ["editor"], somePartner);
    const stranger = await member(ctx, "stranger@example.org", ["owner"], otherPartner);
    await expect(endMembership(ctx, stranger, editor.userId)).rejects.toMatchObject({ code: "notFound" });
    await expect(endMembership(ctx, editor, owner.userId)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(listMembers(ctx, { ...editor, roles: ["legal_reviewer"] })).rejects.toMatchObject({
      code: "notAllowed",
    });
    ctx.clock.advance((PROOF_MINUTES + 1) * 60_000);
    await expect(endMembership(ctx, owner, editor.userId)).rejects.toMatchObject({ code: "proofNeeded" });
  }),
);
