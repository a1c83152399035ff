import { and, arrayContains, arrayOverlaps, eq, isNull } from "drizzle-orm";
import { campaignApprovals } from "~db/schema/campaign-approvals";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { memberRoles, memberships, users } from "~db/schema/users";
import { permissionsOf } from "../access/permissions";
import { HOST_SLUG } from "../access/visitor";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { titleOf } from "./campaign-home.server";
import { getCampaignTexts } from "./campaign-texts.server";

/** What the mail about the host's decision says. */
export interface ApprovalMail {
  email: string;
  /** Of the reader. */
  locale: string;
  /** As it stands in the portal's addresses. */
  organization: string;
  slug: string;
  title: { title: string; locale: string };
  decision: "approved" | "sent_back";
  reason: string;
  /** The campaign waits for its own moment. */
  publishAt: Date | null;
  timeZone: string;
}

/** Tells who asked, and the partner's owners, what the host decided. In the transaction of `tx`. */
export async function tellDecision(
  tx: Context,
  approval: Pick<typeof campaignApprovals.$inferSelect, "id" | "partnerId" | "requestedBy">,
): Promise<void> {
  const owners = await tx.db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.partnerId, approval.partnerId),
        isNull(memberships.endedAt),
        arrayContains(memberships.roles, ["owner"]),
      ),
    );
  const readers = new Set([approval.requestedBy, ...owners.map(({ userId }) => userId)]);
  for (const userId of [...readers].sort()) {
    const uniqueKey = `approval-decision ${approval.id} ${userId}`;
    await enqueue(tx, "email-approval-decision", { approvalId: approval.id, userId }, { uniqueKey });
  }
}

/** Null where nothing was decided, or the reader left the team. */
export async function findApprovalMail(
  ctx: Context,
  { approvalId, userId }: { approvalId: string; userId: string },
): Promise<ApprovalMail | null> {
  const [row] = await ctx.db
    .select({ approval: campaignApprovals, campaign: campaigns, partner: partners.slug, user: users })
    .from(campaignApprovals)
    .innerJoin(campaigns, eq(campaigns.id, campaignApprovals.campaignId))
    .innerJoin(partners, eq(partners.id, campaignApprovals.partnerId))
    .innerJoin(memberships, and(eq(memberships.partnerId, partners.id), isNull(memberships.endedAt)))
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(campaignApprovals.id, approvalId), eq(users.id, userId)));
  const decision = row?.approval.decision;
  if (row === undefined || (decision !== "approved" && decision !== "sent_back")) return null;
  const { campaign, approval, partner, user } = row;
  return {
    email: ctx.vault.open("user.email", user.emailSealed),
    locale: user.locale,
    organization: partner,
    slug: campaign.slug,
    title: {
      title: titleOf(await getCampaignTexts(ctx, campaign.slug), campaign.slug),
      locale: campaign.defaultLocale,
    },
    decision,
    reason: approval.reason ?? "",
    publishAt: campaign.status === "draft" ? campaign.publishAt : null,
    timeZone: campaign.timeZone,
  };
}

/** What the mail about a request says. */
export interface ApprovalRequestMail
  extends Pick<ApprovalMail, "email" | "locale" | "organization" | "slug" | "title"> {
  partnerName: string;
  /** Empty where nothing was said. */
  note: string;
}

/** Those of the host who may decide. */
const deciders = memberRoles.filter((role) => permissionsOf("host", role).includes("campaigns.approve"));

/** Tells the host's people who may decide that something waits for them. In the transaction of `tx`. */
export async function tellHost(tx: Context, approvalId: string): Promise<void> {
  const rows = await tx.db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(isNull(memberships.partnerId), isNull(memberships.endedAt), arrayOverlaps(memberships.roles, deciders)));
  for (const userId of rows.map((row) => row.userId).sort()) {
    const uniqueKey = `approval-request ${approvalId} ${userId}`;
    await enqueue(tx, "email-approval-request", { approvalId, userId }, { uniqueKey });
  }
}

/** Null where it waits no more, or the reader left the team. */
export async function findApprovalRequestMail(
  ctx: Context,
  { approvalId, userId }: { approvalId: string; userId: string },
): Promise<ApprovalRequestMail | null> {
  const [row] = await ctx.db
    .select({ approval: campaignApprovals, campaign: campaigns, partnerName: partners.name, user: users })
    .from(campaignApprovals)
    .innerJoin(campaigns, eq(campaigns.id, campaignApprovals.campaignId))
    .innerJoin(partners, eq(partners.id, campaignApprovals.partnerId))
    .innerJoin(memberships, and(isNull(memberships.partnerId), isNull(memberships.endedAt)))
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(campaignApprovals.id, approvalId), eq(users.id, userId), isNull(campaignApprovals.decidedAt)));
  if (row === undefined) return null;
  const { campaign, approval, partnerName, user } = row;
  return {
    email: ctx.vault.open("user.email", user.emailSealed),
    locale: user.locale,
    organization: HOST_SLUG,
    slug: campaign.slug,
    title: {
      title: titleOf(await getCampaignTexts(ctx, campaign.slug), campaign.slug),
      locale: campaign.defaultLocale,
    },
    partnerName,
    note: approval.note ?? "",
  };
}
