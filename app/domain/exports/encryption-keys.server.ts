import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { encryptionKeys } from "~db/schema/exports";
import { authorize, partnerIdOf } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Actor } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { isPublicKey } from "./encrypt-to-keys.server";
import type { EncryptionKeyInput } from "./encryption-key-form";
import { ENCRYPTION_KEYS_AT_MOST } from "./retention";

export interface EncryptionKey {
  id: string;
  label: string;
  /** `age1…` */
  recipient: string;
  addedAt: Date;
}

/** The public keys of the actor's organization. @throws {DomainError} notAllowed */
export async function listEncryptionKeys(ctx: Context, actor: PortalActor): Promise<EncryptionKey[]> {
  authorize(actor, "exports.read");
  return keysOf(ctx, actor);
}

/** As {@link listEncryptionKeys}, for who was authorized already. */
export function keysOf(ctx: Pick<Context, "db">, actor: Pick<Actor, "organization">): Promise<EncryptionKey[]> {
  const { id, label, recipient, addedAt } = encryptionKeys;
  return ctx.db
    .select({ id, label, recipient, addedAt })
    .from(encryptionKeys)
    .where(isOurKey(actor))
    .orderBy(asc(addedAt), asc(id));
}

/**
 * Adds a public key: from now on every file leaves encrypted to it, too. A key that is there already is not added again.
 * @throws {DomainError} notAllowed, proofNeeded
 */
export async function addEncryptionKey(
  ctx: Context,
  actor: PortalActor,
  { label, recipient }: EncryptionKeyInput,
): Promise<"added" | "keyFaulty" | "tooManyKeys"> {
  authorize(actor, "exports.create");
  requireProof(ctx, actor);
  if (!(await isPublicKey(recipient))) return "keyFaulty";
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const present = await keysOf(tx, actor);
    if (present.some((key) => key.recipient === recipient)) return "added";
    if (present.length >= ENCRYPTION_KEYS_AT_MOST) return "tooManyKeys";
    const id = ctx.newId();
    const partnerId = partnerIdOf(actor);
    await db
      .insert(encryptionKeys)
      .values({ id, partnerId, label, recipient, addedBy: actor.userId, addedAt: ctx.now() });
    await recordAudit(tx, { actor: actor.name, action: "encryption-key.add", partnerId, facts: { key: id } });
    return "added";
  });
}

/** Takes a key away. Without any, files leave as they are. @throws {DomainError} notAllowed, proofNeeded, notFound */
export async function removeEncryptionKey(ctx: Context, actor: PortalActor, id: string): Promise<void> {
  authorize(actor, "exports.create");
  requireProof(ctx, actor);
  await ctx.db.transaction(async (db) => {
    const removed = await db
      .update(encryptionKeys)
      .set({ removedAt: ctx.now() })
      .where(and(eq(encryptionKeys.id, id), isOurKey(actor)))
      .returning({ id: encryptionKeys.id });
    if (removed.length === 0) throw new DomainError("notFound");
    await recordAudit(
      { ...ctx, db },
      { actor: actor.name, action: "encryption-key.remove", partnerId: partnerIdOf(actor), facts: { key: id } },
    );
  });
}

function isOurKey(actor: Pick<Actor, "organization">): SQL | undefined {
  const partnerId = partnerIdOf(actor);
  return and(
    partnerId === null ? isNull(encryptionKeys.partnerId) : eq(encryptionKeys.partnerId, partnerId),
    isNull(encryptionKeys.removedAt),
  );
}
