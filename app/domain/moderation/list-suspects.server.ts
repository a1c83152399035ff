import { and, asc, count, eq, gt, inArray, isNotNull, type SQL } from "drizzle-orm";
import { isSuspicious, signatures } from "~db/schema/signatures";
import { authorize, may } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { patience } from "../signatures/in-batches";
import { maskedEmail, maskedName } from "../supporters/mask";
import { type HeldGroup, listHeld } from "./list-held.server";
import { type ModeratedPetition, meets, type SignatureCriteria } from "./signature-criteria.server";

const SUSPECTS_PER_PAGE = 50;
/** Counted no further: nobody waits for a number that nobody needs exactly. */
const COUNTED = 10_000;

/** `held`: waits for the host's people, uncounted. `suspicious`: something was noted of it, and it counts. */
export const suspectLists = ["held", "suspicious"] as const;
export type SuspectList = (typeof suspectLists)[number];

/** A signature that somebody should look at; of its signer nothing but first letters. */
export interface Suspect {
  id: string;
  campaignId: string;
  state: "pending" | "confirmed";
  /** Masked; null for who only reads. */
  name: string | null;
  email: string | null;
  country: string;
  locale: string;
  signedAt: Date;
  heldAt: Date | null;
  /** See `signatureSignals`. */
  signals: string[];
  /** The network it came from, by its hash of that day, and how many of its signatures are held. */
  network: { hash: string; held: number } | null;
}

export interface SuspectPage {
  suspects: Suspect[];
  /** The last one of the page, where more follow. */
  next: string | null;
  /** How many there are; null for more than `countedTo`. */
  total: number | null;
  countedTo: number;
}

/**
 * Signatures of a petition that somebody should look at, the earliest first.
 * @throws {DomainError} notAllowed
 */
export async function listSuspects(
  ctx: Context,
  actor: PortalActor,
  petition: ModeratedPetition,
  asked: { list: SuspectList; criteria: SignatureCriteria; after: string | undefined },
): Promise<SuspectPage> {
  authorize(actor, "moderation.read");
  const showsLetters = may(actor, "moderation.act");
  const which = and(
    meets(petition, asked.criteria),
    asked.list === "held" ? isNotNull(signatures.heldAt) : isSuspicious(signatures),
    inArray(signatures.state, ["pending", "confirmed"]),
  );
  return ctx.db.transaction(async (db) => {
    await db.execute(patience);
    const tx = { ...ctx, db };
    const rows = await db
      .select()
      .from(signatures)
      .where(and(which, asked.after === undefined ? undefined : gt(signatures.id, asked.after)))
      .orderBy(asc(signatures.id))
      .limit(SUSPECTS_PER_PAGE + 1);
    const shown = rows.slice(0, SUSPECTS_PER_PAGE);
    const networks = await countNetworks(
      tx,
      petition,
      shown.flatMap(({ networkHash }) => networkHash ?? []),
    );
    const total = await countUpTo(tx, which);
    return {
      suspects: shown.map((row) => ({
        id: row.id,
        campaignId: row.campaignId,
        state: row.state === "confirmed" ? "confirmed" : "pending",
        name: showsLetters ? maskedName(ctx.vault.open("signature.name", row.nameSealed)) : null,
        email: showsLetters ? maskedEmail(ctx.vault.open("signature.email", row.emailSealed)) : null,
        country: row.country,
        locale: row.locale,
        signedAt: row.signedAt,
        heldAt: row.heldAt,
        signals: row.signals,
        network: row.networkHash === null ? null : { hash: row.networkHash, held: networks.get(row.networkHash) ?? 0 },
      })),
      next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      total: total > COUNTED ? null : total,
      countedTo: COUNTED,
    };
  });
}

const NETWORKS_SHOWN = 8;

/**
 * The networks of which the most signatures are held: what a moderator looks at first.
 * @throws {DomainError} notAllowed
 */
export async function listHeldNetworks(
  ctx: Context,
  actor: PortalActor,
  petition: ModeratedPetition,
): Promise<HeldGroup[]> {
  authorize(actor, "moderation.read");
  const groups = await listHeld(ctx, petition, "network");
  return groups.filter(({ key }) => key !== "none").slice(0, NETWORKS_SHOWN);
}

async function countNetworks(
  { db }: Pick<Context, "db">,
  { campaignId, petitionId }: ModeratedPetition,
  hashes: readonly string[],
): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .select({ hash: signatures.networkHash, number: count() })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.petitionId, petitionId),
        inArray(signatures.networkHash, [...new Set(hashes)]),
        isNotNull(signatures.heldAt),
        inArray(signatures.state, ["pending", "confirmed"]),
      ),
    )
    .groupBy(signatures.networkHash);
  return new Map(rows.flatMap(({ hash, number }) => (hash === null ? [] : [[hash, number] as const])));
}

async function countUpTo({ db }: Pick<Context, "db">, which: SQL | undefined): Promise<number> {
  const some = db
    .select({ id: signatures.id })
    .from(signatures)
    .where(which)
    .limit(COUNTED + 1)
    .as("some");
  const [row] = await db.select({ number: count() }).from(some);
  return row?.number ?? 0;
}
