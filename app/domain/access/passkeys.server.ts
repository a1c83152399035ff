import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, asc, eq, isNull } from "drizzle-orm";
import { passkeys } from "~db/schema/sign-in";
import { users } from "~db/schema/users";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { newChallenge, type PasskeyPurpose, spendChallenge } from "./passkey-challenge.server";
import { readAuthenticationResponse, readRegistrationResponse } from "./passkey-responses";
import { type PortalActor, requireProof } from "./portal-actor";
import { beginSession, noteProof } from "./sessions.server";
import type { PortalVisitor } from "./visitor";

/** For which site passkeys are (WebAuthn Level 3, section 4): its host name and origin. */
export interface RelyingParty {
  id: string;
  name: string;
  origin: string;
}

export interface Passkey {
  id: string;
  name: string;
  isBackedUp: boolean;
  createdAt: Date;
  usedAt: Date | null;
}

/** A person's passkeys, the oldest first. */
export async function listPasskeys(ctx: Context, userId: string): Promise<Passkey[]> {
  const rows = await ctx.db.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.createdAt));
  return rows.map(({ id, name, isBackedUp, createdAt, usedAt }) => ({ id, name, isBackedUp, createdAt, usedAt }));
}

/** What a browser needs to make a passkey for somebody who is signed in. */
export async function passkeyToAdd(ctx: Context, rp: RelyingParty, { userId, email, name }: PortalVisitor) {
  const own = await ctx.db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));
  return generateRegistrationOptions({
    rpName: rp.name,
    rpID: rp.id,
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(userId, "utf8")),
    challenge: newChallenge(ctx, "add", userId),
    excludeCredentials: own,
    // Found on the device itself, so that nobody has to name their address first; and never without PIN or finger.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/**
 * Keeps a new passkey.
 * @param response what the browser gave, as JSON
 * @throws {DomainError} proofNeeded: a stranger at an open device must not add one
 */
export async function addPasskey(
  ctx: Context,
  rp: RelyingParty,
  actor: Pick<PortalActor, "userId" | "provenAt">,
  { response, name }: { response: string; name: string },
): Promise<"added" | "refused"> {
  requireProof(ctx, actor);
  const given = readRegistrationResponse(response);
  if (given === null) return "refused";
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const made = await verifiedRegistration(tx, rp, actor.userId, given);
    if (made === null) return "refused";
    const { credential, credentialBackedUp } = made;
    const kept = await db
      .insert(passkeys)
      .values({
        id: ctx.newId(),
        userId: actor.userId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        isBackedUp: credentialBackedUp,
        name,
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    const [{ id } = { id: null }] = kept;
    if (id === null) return "refused";
    await recordAudit(tx, { actor: actor.userId, action: "passkey.add", facts: { passkey: id } });
    return "added";
  });
}

async function verifiedRegistration(tx: Context, rp: RelyingParty, userId: string, response: RegistrationResponseJSON) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(tx, "add", challenge, userId),
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
    });
    return registrationInfo ?? null;
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    // The library throws for everything that does not fit; whatever it is, nothing was proven.
    return null;
  }
}

/** Takes a passkey away. @throws {DomainError} notFound, proofNeeded */
export async function removePasskey(
  ctx: Context,
  actor: Pick<PortalActor, "userId" | "provenAt">,
  id: string,
): Promise<void> {
  requireProof(ctx, actor);
  await ctx.db.transaction(async (db) => {
    const removed = await db
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, actor.userId)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) throw new DomainError("notFound");
    await recordAudit({ ...ctx, db }, { actor: actor.userId, action: "passkey.remove", facts: { passkey: id } });
  });
}

/**
 * What a browser needs to sign in, or to prove who is there, with a passkey that it finds by itself.
 * @param userId whose; left out for signing in
 */
export function passkeyToUse(ctx: Context, rp: RelyingParty, purpose: Exclude<PasskeyPurpose, "add">, userId = "") {
  return generateAuthenticationOptions({
    rpID: rp.id,
    userVerification: "required",
    challenge: newChallenge(ctx, purpose, userId),
  });
}

export type PasskeySignIn = { outcome: "signedIn"; token: string; expiresAt: Date } | { outcome: "refused" };

/** Signs in with a passkey. @param response what the browser gave, as JSON */
export async function signInByPasskey(
  ctx: Context,
  rp: RelyingParty,
  { response, device }: { response: string; device: string },
): Promise<PasskeySignIn> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const userId = await usePasskey(tx, rp, "sign-in", response, "");
    if (userId === null) return { outcome: "refused" };
    return { outcome: "signedIn", ...(await beginSession(tx, { userId, method: "passkey", device })) };
  });
}

/** Proves with a passkey that the person of a session is there. */
export async function proveByPasskey(
  ctx: Context,
  rp: RelyingParty,
  { userId, sessionId }: Pick<PortalVisitor, "userId" | "sessionId">,
  response: string,
): Promise<"proven" | "refused"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    if ((await usePasskey(tx, rp, "prove", response, userId)) !== userId) return "refused";
    await noteProof(tx, sessionId);
    return "proven";
  });
}

/** @returns whose passkey signed; null where nothing was proven */
async function usePasskey(
  tx: Context,
  rp: RelyingParty,
  purpose: PasskeyPurpose,
  text: string,
  forWhom: string,
): Promise<string | null> {
  const response = readAuthenticationResponse(text);
  if (response === null) return null;
  const [found] = await tx.db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(and(eq(passkeys.credentialId, response.id), isNull(users.disabledAt)))
    .for("update", { of: passkeys });
  if (found === undefined) return null;
  const { passkey } = found;
  const newCounter = await verifiedCounter(tx, rp, purpose, response, passkey, forWhom);
  if (newCounter === null) return null;
  await tx.db.update(passkeys).set({ counter: newCounter, usedAt: tx.now() }).where(eq(passkeys.id, passkey.id));
  return passkey.userId;
}

async function verifiedCounter(
  tx: Context,
  rp: RelyingParty,
  purpose: PasskeyPurpose,
  response: AuthenticationResponseJSON,
  { credentialId, publicKey, counter }: typeof passkeys.$inferSelect,
  forWhom: string,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(tx, purpose, challenge, forWhom),
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    return null;
  }
}

/** A query that failed has aborted the transaction: that is no wrong passkey. */
function isDatabaseFault(error: unknown): boolean {
  return error instanceof Error && "query" in error;
}
