import { createHash } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { agreementAcceptances, agreements } from "~db/schema/agreements";
import { hosts } from "~db/schema/hosts";
import { authorize, partnerIdOf } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import { renderMarkdown } from "../content/render-markdown.server";
import type { Context } from "../context";
import { DomainError } from "../errors";

const DAY_MS = 86_400_000;
/** Then an owner reads and accepts it anew. */
export const ACCEPTANCE_DAYS = 365;

const body = z.record(z.string(), z.string());

export interface AgreementFacts {
  id: string;
  version: number;
  /** SHA-256 of the English text, hexadecimal. */
  sha256: string;
  publishedAt: Date;
  /** Sanitized. */
  html: string;
  /** Of the text that is shown. */
  locale: string;
}

export interface AgreementState {
  /** Null where the host has published none. */
  newest: AgreementFacts | null;
  /** The standing acceptance of the newest version by the actor's organization. */
  accepted: { acceptedAt: Date; expiresAt: Date; isOver: boolean } | null;
}

/** The agreement in force, and whether the actor's organization has accepted it. @throws {DomainError} notAllowed */
export async function readAgreement(ctx: Context, actor: PortalActor, locale: string): Promise<AgreementState> {
  authorize(actor, "agreement.read");
  const newest = await findNewest(ctx);
  if (newest === null) return { newest: null, accepted: null };
  const texts = body.parse(newest.body);
  const shown = texts[locale] === undefined ? "en" : locale;
  const partnerId = partnerIdOf(actor);
  const { id, version, sha256, publishedAt } = newest;
  return {
    newest: { id, version, sha256, publishedAt, html: renderMarkdown(texts[shown] ?? "", new Map()), locale: shown },
    accepted: partnerId === null ? null : await findAcceptance(ctx, partnerId, id),
  };
}

/**
 * Publishes a new version. From now on partners see personal data only once they have accepted this one.
 * @param texts Markdown by locale; English is there and binds
 * @throws {DomainError} notAllowed, proofNeeded
 */
export async function publishAgreement(
  ctx: Context,
  actor: PortalActor,
  texts: Record<string, string>,
): Promise<number> {
  authorize(actor, "agreement.publish");
  requireProof(ctx, actor);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [host] = await db.select({ id: hosts.id }).from(hosts).limit(1).for("update");
    if (host === undefined) throw new Error("There is no host.");
    const newest = await findNewest(tx);
    const sha256 = createHash("sha256")
      .update(texts.en ?? "")
      .digest("hex");
    // The same again is no new version.
    if (newest?.sha256 === sha256) return newest.version;
    const version = (newest?.version ?? 0) + 1;
    await db.insert(agreements).values({
      id: ctx.newId(),
      hostId: host.id,
      kind: "data_processing",
      version,
      body: texts,
      sha256,
      publishedAt: ctx.now(),
    });
    await recordAudit(tx, { actor: actor.name, action: "agreement.publish", facts: { version, sha256 } });
    return version;
  });
}

/**
 * Accepts the newest version for the actor's organization, for a year.
 * @param version that was read; another one may have come since
 * @throws {DomainError} notAllowed, proofNeeded
 */
export async function acceptAgreement(
  ctx: Context,
  actor: PortalActor,
  version: number,
): Promise<"accepted" | "newerVersion"> {
  authorize(actor, "agreement.accept");
  requireProof(ctx, actor);
  const partnerId = partnerIdOf(actor);
  if (partnerId === null) throw new DomainError("notAllowed");
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const newest = await findNewest(tx);
    if (newest === null || newest.version !== version) return "newerVersion";
    const now = ctx.now();
    await db.insert(agreementAcceptances).values({
      id: ctx.newId(),
      agreementId: newest.id,
      partnerId,
      acceptedBy: actor.userId,
      acceptedAt: now,
      expiresAt: new Date(now.getTime() + ACCEPTANCE_DAYS * DAY_MS),
    });
    await recordAudit(tx, { actor: actor.name, action: "agreement.accept", partnerId, facts: { version } });
    return "accepted";
  });
}

/** Takes the organization's acceptance back: its people see no personal datum any more. @throws {DomainError} notAllowed, proofNeeded */
export async function withdrawAgreement(ctx: Context, actor: PortalActor): Promise<void> {
  authorize(actor, "agreement.accept");
  requireProof(ctx, actor);
  const partnerId = partnerIdOf(actor);
  if (partnerId === null) throw new DomainError("notAllowed");
  await ctx.db.transaction(async (db) => {
    const withdrawn = await db
      .update(agreementAcceptances)
      .set({ withdrawnAt: ctx.now() })
      .where(and(eq(agreementAcceptances.partnerId, partnerId), isNull(agreementAcceptances.withdrawnAt)))
      .returning({ id: agreementAcceptances.id });
    if (withdrawn.length === 0) return;
    await recordAudit({ ...ctx, db }, { actor: actor.name, action: "agreement.withdraw", partnerId });
  });
}

async function findNewest({ db }: Pick<Context, "db">) {
  const [newest] = await db
    .select()
    .from(agreements)
    .where(eq(agreements.kind, "data_processing"))
    .orderBy(desc(agreements.version))
    .limit(1);
  return newest ?? null;
}

async function findAcceptance(ctx: Context, partnerId: string, agreementId: string) {
  const [row] = await ctx.db
    .select({ acceptedAt: agreementAcceptances.acceptedAt, expiresAt: agreementAcceptances.expiresAt })
    .from(agreementAcceptances)
    .where(
      and(
        eq(agreementAcceptances.partnerId, partnerId),
        eq(agreementAcceptances.agreementId, agreementId),
        isNull(agreementAcceptances.withdrawnAt),
      ),
    )
    .orderBy(desc(agreementAcceptances.acceptedAt))
    .limit(1);
  return row === undefined ? null : { ...row, isOver: row.expiresAt <= ctx.now() };
}
