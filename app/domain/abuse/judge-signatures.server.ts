import { and, eq, inArray } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { enqueueAll } from "../outbox/enqueue.server";
import { countNetworks, type NetworkCounts } from "./count-networks.server";
import { holdSignatures } from "./hold-signatures.server";
import { isDisposableDomain } from "./is-disposable-domain.server";
import { networkLimits } from "./limits";
import { mailDomain } from "./mail-domain";
import type { MailDomains } from "./mail-domains";
import type { SignatureSignal } from "./signature-signals";

/**
 * Judges signatures quietly, when their mail is about to be written: notes what their domains tell, and holds them,
 * and all of their network's signatures of that day, where a limit is exceeded. Nobody who signs sees a difference.
 * In the transaction of `ctx.db`; makes no call outside, and leaves unknown domains to a job.
 * @returns the ids of confirmations whose mail waits until staff release the signature
 */
export async function judgeSignatures(
  ctx: Context & { mailDomains: MailDomains },
  asked: readonly { campaignId: string; confirmationId: string }[],
): Promise<Set<string>> {
  const judged = await findJudged(ctx, asked);
  if (judged.length === 0) return new Set();
  const counts = await countNetworks(ctx, judged);

  const held = new Set<string>();
  const withheld = new Set<string>();
  const networks = new Map<string, Judged>();
  const signals = new Map<string, SignatureSignal[]>();
  const unknown: Judged[] = [];
  for (const signature of judged) {
    const network = counts.get(signature.id);
    const isOver = network !== undefined && exceedsLimits(network);
    if (isOver) networks.set(`${signature.petitionId} ${signature.networkHash}`, signature);
    if (signature.signals.includes("honeypot")) held.add(signature.id);
    if (network !== undefined && network.perDay > networkLimits.mailedPerDay) withheld.add(signature.id);

    const { answer, found } = domainSignals(ctx, signature);
    if (answer === null) unknown.push(signature);
    const fresh = found.filter((signal) => !signature.signals.includes(signal));
    if (fresh.length > 0) signals.set(signature.id, fresh);
  }
  const waiting = await holdSignatures(ctx, { held, withheld, networks: [...networks.values()], signals, of: judged });
  await enqueueAll(
    ctx,
    "look-up-mail-domain",
    unknown.map(({ campaignId, id }) => ({ campaignId, signatureId: id })),
  );
  return new Set(judged.filter(({ id }) => waiting.has(id)).flatMap(({ confirmationIds }) => confirmationIds));
}

/** Whether so many came from one network that staff should look. */
export function exceedsLimits({ recent, suspicious, perDay }: NetworkCounts): boolean {
  return (
    recent > networkLimits.perWindow || suspicious > networkLimits.suspiciousPerWindow || perDay > networkLimits.perDay
  );
}

/** What is judged: a signature that waits to be confirmed, with the mails that would go out now. */
type Judged = Awaited<ReturnType<typeof findJudged>>[number];

async function findJudged(ctx: Context, asked: readonly { campaignId: string; confirmationId: string }[]) {
  if (asked.length === 0) return [];
  const rows = await ctx.db
    .select({
      confirmationId: confirmations.id,
      campaignId: signatures.campaignId,
      id: signatures.id,
      petitionId: signatures.petitionId,
      networkHash: signatures.networkHash,
      signals: signatures.signals,
      signedAt: signatures.signedAt,
      emailSealed: signatures.emailSealed,
    })
    .from(confirmations)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, confirmations.campaignId), eq(signatures.id, confirmations.signatureId)),
    )
    .where(
      and(
        inArray(confirmations.campaignId, [...new Set(asked.map(({ campaignId }) => campaignId))]),
        inArray(
          confirmations.id,
          asked.map(({ confirmationId }) => confirmationId),
        ),
        eq(signatures.state, "pending"),
      ),
    );
  const byId = new Map<string, Omit<(typeof rows)[number], "confirmationId"> & { confirmationIds: string[] }>();
  for (const { confirmationId, ...signature } of rows) {
    const known = byId.get(signature.id);
    if (known) known.confirmationIds.push(confirmationId);
    else byId.set(signature.id, { ...signature, confirmationIds: [confirmationId] });
  }
  return [...byId.values()];
}

function domainSignals(ctx: Pick<Context, "vault"> & { mailDomains: MailDomains }, { emailSealed }: Judged) {
  const domain = mailDomain(ctx.vault.open("signature.email", emailSealed));
  const answer = ctx.mailDomains.known(domain);
  const found: SignatureSignal[] = [];
  if (isDisposableDomain(domain)) found.push("disposable-domain");
  if (answer === "takes-none") found.push("no-mail-server");
  return { answer, found };
}
