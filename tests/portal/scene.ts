import { and, eq, isNull } from "drizzle-orm";
import { partnerIdOf } from "~/domain/access/authorize";
import { invite } from "~/domain/access/invitations.server";
import type { PortalActor } from "~/domain/access/portal-actor";
import { beginSession, findVisitor } from "~/domain/access/sessions.server";
import type { PortalVisitor } from "~/domain/access/visitor";
import type { Role } from "~/domain/content/actor";
import type { Context } from "~/domain/context";
import { addNote } from "~/domain/numbers/notes.server";
import { numberNotes } from "~db/schema/numbers";
import { partners } from "~db/schema/partners";
import { invitations } from "~db/schema/users";
import { member, otherPartner, somePartner } from "../domain/access/people";
import { campaignOfPartner } from "../domain/numbers/counted";
import { acceptAgreement } from "../domain/supporters/supporters";
import { type CoalitionThings, prepareCoalition } from "./scene-coalition";
import { type MailingThings, prepareMailing } from "./scene-mailings";
import { prepareRouting, type RoutingThings } from "./scene-routing";
import { prepareTexts, type TextThings } from "./scene-texts";
import { prepareTrust, type TrustThings } from "./scene-trust";
import { prepareWorkshop, type WorkshopThings } from "./scene-workshop";
import { prepareSupporters } from "./supporters-of-scene";

/** A host, a partner whose things are asked for, and another partner, with somebody in each role. */
export interface Scene {
  partner: { id: string; slug: string };
  host: Record<Role, Person>;
  members: Record<Role, Person>;
  /** Owner of the other partner. */
  stranger: Person;
  /** An open invitation of the partner and of the host. */
  invitation: { partner: string; host: string };
  /** Somebody who said yes to them, a file that is ready, and a key. */
  supporter: Record<"partner" | "host", { campaign: string; supporter: string }>;
  supporterExport: { partner: string; host: string };
  encryptionKey: { partner: string; host: string };
  /** Documents, comments and endorsements. */
  coalition: { partner: CoalitionThings; host: CoalitionThings };
  /** A campaign's texts and a text of the desk, which wait. */
  texts: TextThings;
  /** Drafts of updates to supporters. */
  mailing: { partner: MailingThings; host: MailingThings };
  /** The slug of a campaign of the partner, and a note beside its numbers. */
  numbers: { campaign: string; note: string };
  /** The same campaign in the workshop. */
  workshop: WorkshopThings;
  /** What the host's people look after. */
  trust: TrustThings;
  /** Actions and rules. */
  routing: { partner: RoutingThings; host: RoutingThings };
}

/** Somebody who is signed in. */
export interface Person {
  visitor: PortalVisitor;
  actor: PortalActor;
  slug: string;
}

/** Puts the scene into the database of `ctx`. */
export async function setScene(ctx: Context): Promise<Scene> {
  const [partner] = await ctx.db
    .select({ id: partners.id, slug: partners.slug })
    .from(partners)
    .where(eq(partners.slug, somePartner));
  if (partner === undefined) throw new Error("The seed has no such partner.");
  const host = await everybody(ctx, null);
  const members = await everybody(ctx, somePartner);
  for (const slug of [somePartner, otherPartner]) await acceptAgreement(ctx, slug);
  const ofPartner = await prepareSupporters(ctx, members.owner.actor);
  const ofHost = await prepareSupporters(ctx, host.owner.actor);
  const numbers = await noteBesideNumbers(ctx, members.owner.actor);
  return {
    partner,
    host,
    members,
    stranger: await person(ctx, "stranger@example.org", "owner", otherPartner),
    invitation: {
      partner: await openInvitation(ctx, members.owner.actor),
      host: await openInvitation(ctx, host.owner.actor),
    },
    supporter: { partner: ofPartner.supporter, host: ofHost.supporter },
    supporterExport: { partner: ofPartner.supporterExport, host: ofHost.supporterExport },
    encryptionKey: { partner: ofPartner.encryptionKey, host: ofHost.encryptionKey },
    coalition: await prepareCoalition(ctx, { partner, members, host }),
    numbers,
    workshop: await prepareWorkshop(ctx, { members, numbers }),
    trust: await prepareTrust(ctx),
    mailing: {
      partner: await prepareMailing(ctx, members.owner.actor),
      host: await prepareMailing(ctx, host.owner.actor),
    },
    routing: await prepareRouting(ctx, members.owner.actor, numbers.campaign),
    // Last: it begins another campaign of the partner, and the others ask for the one that there is.
    texts: await prepareTexts(ctx, partner.id),
  };
}

/** One after the other: they share a transaction. */
async function everybody(ctx: Context, partner: string | null): Promise<Record<Role, Person>> {
  const of = (role: Role) => person(ctx, `${role}-of-${partner ?? "host"}@example.org`, role, partner);
  return {
    owner: await of("owner"),
    editor: await of("editor"),
    legal_reviewer: await of("legal_reviewer"),
    translator: await of("translator"),
    analyst: await of("analyst"),
  };
}

async function person(ctx: Context, email: string, role: Role, partner: string | null): Promise<Person> {
  const actor = await member(ctx, email, [role], partner);
  const token = await signIn(ctx, actor.userId);
  const visitor = await findVisitor(ctx, token);
  if (visitor === null) throw new Error("Nobody is signed in.");
  return { visitor, actor: { ...actor, sessionId: visitor.sessionId }, slug: partner ?? "host" };
}

async function signIn(ctx: Context, userId: string): Promise<string> {
  return (await beginSession(ctx, { userId, method: "mail", device: "Firefox · Linux" })).token;
}

async function openInvitation(ctx: Context, owner: PortalActor): Promise<string> {
  await invite(ctx, owner, { email: "newcomer@example.org", roles: ["analyst"], locale: "en" });
  const partnerId = owner.organization.kind === "partner" ? owner.organization.id : null;
  const [row] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        partnerId === null ? isNull(invitations.partnerId) : eq(invitations.partnerId, partnerId),
        isNull(invitations.revokedAt),
      ),
    );
  if (row === undefined) throw new Error("Nobody was invited.");
  return row.id;
}

async function noteBesideNumbers(ctx: Context, owner: PortalActor): Promise<Scene["numbers"]> {
  const { id, slug } = await campaignOfPartner(ctx, partnerIdOf(owner) ?? "");
  await addNote(ctx, owner, slug, { at: ctx.now(), text: "The committee met." });
  const [note] = await ctx.db.select({ id: numberNotes.id }).from(numberNotes).where(eq(numberNotes.campaignId, id));
  if (note === undefined) throw new Error("Nothing was noted.");
  return { campaign: slug, note: note.id };
}
