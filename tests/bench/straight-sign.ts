import { randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { LoadFigures } from "./load";

const POOL = 8;
const IN_FLIGHT = 32;

/**
 * The ceiling for signing: what one signature writes (the signature, its confirmation, the job for the mail), in
 * one transaction each, driven through the driver with nothing around it.
 */
export async function signStraight(databaseUrl: string, campaignId: string, petitionId: string, seconds: number) {
  const sql = postgres(databaseUrl, { max: POOL, onnotice: () => undefined });
  const took: number[] = [];
  const ends = performance.now() + seconds * 1_000;
  const text = (bytes: number) => randomBytes(bytes).toString("base64url");
  const choices = {
    newsletter: true,
    partnerIds: [],
    gpc: false,
    locale: "en",
    wordingIds: { petition: randomUUID(), newsletter: randomUUID(), partner_sharing: randomUUID() },
  };

  async function sign() {
    const [id, now] = [randomUUID(), new Date()];
    const [confirmation, job] = [randomUUID(), randomUUID()];
    await sql.begin(async (tx) => {
      await tx`insert into signatures (campaign_id, id, petition_id, state, mailbox_hash, identity_hash, mailbox_slot, name_sealed, email_sealed, country, locale, signed_at)
        values (${campaignId}, ${id}, ${petitionId}, 'pending', ${text(32)}, ${text(32)}, 1, ${text(60)}, ${text(70)}, 'KE', 'en', ${now})`;
      await tx`insert into confirmations (campaign_id, id, signature_id, given_at, choices, country, created_at, expires_at)
        values (${campaignId}, ${confirmation}, ${id}, ${now}, ${tx.json(choices)}, 'KE', ${now}, ${now})`;
      await tx`insert into outbox (id, name, payload, priority, run_at, created_at)
        values (${job}, 'email-confirmation', ${tx.json({ campaignId, confirmationId: confirmation })}, 10, ${now}, ${now})`;
    });
  }

  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (performance.now() < ends) {
        const started = performance.now();
        await sign();
        took.push(performance.now() - started);
      }
    }),
  );
  await sql.end();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { rate: took.length / seconds, median: at(0.5), p99: at(0.99), faults: 0 } satisfies LoadFigures;
}
