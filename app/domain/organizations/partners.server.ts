import { asc, count, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { hosts } from "~db/schema/hosts";
import { partners } from "~db/schema/partners";
import { memberships } from "~db/schema/users";
import { authorize } from "../access/authorize";
import { inviteOwner } from "../access/invitations.server";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { HOST_SLUG } from "../access/visitor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import type { partnerForm } from "./partner-form";
import { hasAgreement } from "./require-agreement.server";

export interface PartnerFacts {
  id: string;
  slug: string;
  name: string;
  country: string;
  website: string;
  status: "active" | "paused" | "closed";
  needsApproval: boolean;
  isSample: boolean;
  members: number;
  hasAgreement: boolean;
}

/** Every organization that works here. @throws {DomainError} notAllowed */
export async function listPartnerFacts(ctx: Context, actor: PortalActor): Promise<PartnerFacts[]> {
  authorize(actor, "partners.read");
  const rows = await ctx.db.select().from(partners).orderBy(asc(partners.name));
  const teams = await ctx.db
    .select({ partnerId: memberships.partnerId, members: count() })
    .from(memberships)
    .where(isNull(memberships.endedAt))
    .groupBy(memberships.partnerId);
  const sizes = new Map(teams.map(({ partnerId, members }) => [partnerId, members]));
  const facts: PartnerFacts[] = [];
  for (const { id, slug, name, country, website, status, needsApproval, isSample } of rows) {
    const members = sizes.get(id) ?? 0;
    // Nobody of a partner without a team has accepted anything.
    const agreed = members > 0 && (await hasAgreement(ctx, id));
    facts.push({ id, slug, name, country, website, status, needsApproval, isSample, members, hasAgreement: agreed });
  }
  return facts;
}

/**
 * Takes an organization in and invites its first owner by mail. Its campaigns need the host's yes until the host says
 * otherwise.
 * @throws {DomainError} notAllowed
 */
export async function createPartner(
  ctx: Context,
  actor: PortalActor,
  given: z.output<typeof partnerForm>,
): Promise<{ outcome: "created"; id: string } | { outcome: "taken" }> {
  authorize(actor, "partners.change");
  if (given.slug === HOST_SLUG) return { outcome: "taken" };
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [host] = await db.select({ id: hosts.id }).from(hosts).limit(1);
    if (host === undefined) throw new Error("There is no host.");
    const { slug, name, country, website, description, locale, email } = given;
    const made = await db
      .insert(partners)
      .values({
        id: ctx.newId(),
        hostId: host.id,
        slug,
        name,
        country,
        servesCountries: [country],
        locales: [locale],
        defaultLocale: locale,
        website,
        description: { [locale]: description },
        status: "active",
        isSample: false,
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: partners.id });
    const [{ id } = { id: null }] = made;
    if (id === null) return { outcome: "taken" };
    await inviteOwner(tx, actor, id, { email, locale });
    await recordAudit(tx, { actor: actor.name, action: "partner.create", partnerId: id, facts: { slug, country } });
    return { outcome: "created", id };
  });
}

/**
 * Pauses, closes or opens an organization again, and says whether its campaigns need the host's yes. A paused one sees
 * all and changes nothing public; the members of a closed one find nothing here any more.
 * @throws {DomainError} notAllowed, notFound, proofNeeded
 */
export async function changePartner(
  ctx: Context,
  actor: PortalActor,
  partnerId: string,
  change: { status: PartnerFacts["status"]; needsApproval: boolean },
): Promise<void> {
  authorize(actor, "partners.change");
  requireProof(ctx, actor);
  await ctx.db.transaction(async (db) => {
    const changed = await db
      .update(partners)
      .set(change)
      .where(eq(partners.id, partnerId))
      .returning({ id: partners.id });
    if (changed.length === 0) throw new DomainError("notFound");
    await recordAudit({ ...ctx, db }, { actor: actor.name, action: "partner.change", partnerId, facts: change });
  });
}
