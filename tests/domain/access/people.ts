import { eq } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import { userHash } from "~/domain/access/user-hash";
import type { Role } from "~/domain/content/actor";
import type { Context } from "~/domain/context";
import { partners } from "~db/schema/partners";
import { memberships, users } from "~db/schema/users";

/** Makes a user with a membership, and gives who acts in its name. `partner` is a slug; null is the host. */
export async function member(
  ctx: Context,
  email: string,
  roles: Role[],
  partner: string | null = null,
): Promise<PortalActor> {
  const [found] =
    partner === null
      ? [null]
      : await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.slug, partner));
  if (found === undefined) throw new Error(`There is no partner ${partner}.`);
  const partnerId = found?.id ?? null;
  const userId = ctx.newId();
  await ctx.db.insert(users).values({
    id: userId,
    emailSealed: ctx.vault.seal("user.email", email),
    emailHash: userHash(ctx.vault, email),
    nameSealed: ctx.vault.seal("user.name", email.split("@")[0] ?? email),
    locale: "en",
    createdAt: ctx.now(),
  });
  await ctx.db.insert(memberships).values({ id: ctx.newId(), userId, partnerId, roles, createdAt: ctx.now() });
  return {
    name: userId,
    userId,
    sessionId: ctx.newId(),
    provenAt: ctx.now(),
    organization: partnerId === null ? { kind: "host" } : { kind: "partner", id: partnerId },
    roles,
  };
}

/** Slugs of two partners that the seed brings. */
export const [somePartner, otherPartner] = ["mto-data-rights-sample", "khususiya-sample"] as const;
