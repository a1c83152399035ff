import { sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { isOpen } from "../campaigns/is-open";
import type { Context } from "../context";
import { jobs } from "../outbox/jobs";
import { isTryingAgainUseful } from "../retry-conflict";
import { together } from "../together";
import { newSignature, signedForm, signerHashes } from "./new-signature.server";
import { linkExpiry, sealPostalCode } from "./request-confirmation.server";
import { signPetition } from "./sign-petition.server";
import type { SignedPetition, SignPetitionInput } from "./sign-petition-input";

interface Entry {
  petition: SignedPetition;
  input: SignPetitionInput;
}

/** Signs as {@link signPetition} does. */
export type Sign = (petition: SignedPetition, input: SignPetitionInput) => Promise<"checkInbox" | "closed">;

/**
 * Signs like {@link signPetition}, but people who come together share one statement and one commit, which each of
 * them waits for. Only a mailbox that is new to the petition goes this way; any other goes the careful one.
 */
export function createSigningTable(ctx: Context): Sign {
  const enter = together((entries: Entry[]) => insertNew(ctx, entries), {
    groups: 2,
    members: 100,
    waiting: 5_000,
    patienceMs: 10_000,
  });
  return async (petition, input) => {
    if (!isOpen(petition, ctx.now())) return "closed";
    const isNew = await enter({ petition, input });
    return isNew ? "checkInbox" : signPetition(ctx, petition, input);
  };
}

/** @returns for each entry whether it was new and is recorded now */
async function insertNew(ctx: Context, entries: Entry[]): Promise<boolean[]> {
  const rows = entries.map((entry) => rowOf(ctx, entry));
  const firsts = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const mailbox = `${row.petition_id} ${row.mailbox_hash}`;
    if (!firsts.has(mailbox)) firsts.set(mailbox, row);
  }
  try {
    const recorded = await insertRows(ctx, [...firsts.values()]);
    return rows.map(({ id }) => recorded.has(id));
  } catch (error) {
    // One faulty entry must not take the others down with it: each goes its own way.
    if (isTryingAgainUseful(error)) return rows.map(() => false);
    throw error;
  }
}

function rowOf(ctx: Context, { petition, input }: Entry) {
  const signature = newSignature(ctx, petition, input, signerHashes(ctx, petition, input), 1);
  const form = signedForm(ctx, input);
  const confirmationId = ctx.newId();
  return {
    campaign_id: signature.campaignId,
    id: signature.id,
    petition_id: signature.petitionId,
    mailbox_hash: signature.mailboxHash,
    identity_hash: signature.identityHash,
    name_sealed: signature.nameSealed,
    email_sealed: signature.emailSealed,
    country: signature.country,
    locale: signature.locale,
    source: signature.source,
    at: signature.signedAt,
    network_hash: signature.networkHash,
    domain_hash: signature.domainHash,
    signals: signature.signals,
    confirmation_id: confirmationId,
    choices: form.choices,
    postal_code_sealed: sealPostalCode(ctx, form.postalCode),
    by_code_only: form.byCodeOnly,
    expires_at: linkExpiry(signature.signedAt, signature.signedAt),
    job_id: ctx.newId(),
    payload: { campaignId: signature.campaignId, confirmationId },
  };
}

/**
 * One statement, and so one transaction: signature, confirmation and the job for its mail, for each mailbox that
 * has none under the petition, and how many they were. In the order of the mailboxes, so that two processes can't wait for each other.
 * @returns ids of the signatures that are recorded
 */
async function insertRows(ctx: Context, rows: ReturnType<typeof rowOf>[]): Promise<Set<string>> {
  const { priority } = jobs["email-confirmation"];
  const answer = await ctx.db.execute(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as g(
        campaign_id uuid, id uuid, petition_id uuid, mailbox_hash text, identity_hash text, name_sealed text,
        email_sealed text, country text, locale text, source text, at timestamptz, network_hash text, domain_hash text,
        signals text[], confirmation_id uuid, choices jsonb, postal_code_sealed text, by_code_only boolean,
        expires_at timestamptz, job_id uuid, payload jsonb)
    ), fresh as (
      insert into signatures (campaign_id, id, petition_id, state, mailbox_hash, identity_hash, mailbox_slot,
        name_sealed, email_sealed, country, locale, source, signed_at, network_hash, domain_hash, signals)
      select g.campaign_id, g.id, g.petition_id, 'pending', g.mailbox_hash, g.identity_hash, 1,
        g.name_sealed, g.email_sealed, g.country, g.locale, g.source, g.at, g.network_hash, g.domain_hash, g.signals
      from given g
      where not exists (
        select from signatures s
        where s.campaign_id = g.campaign_id and s.petition_id = g.petition_id and s.mailbox_hash = g.mailbox_hash
          and s.state <> 'withdrawn')
      order by g.petition_id, g.mailbox_hash
      on conflict do nothing
      returning id
    ), asked as (
      insert into confirmations (campaign_id, id, signature_id, given_at, choices, country, postal_code_sealed,
        by_code_only, created_at, expires_at)
      select campaign_id, confirmation_id, id, at, choices, country, postal_code_sealed, by_code_only, at, expires_at
      from given join fresh using (id)
    ), queued as (
      insert into outbox (id, name, payload, priority, run_at, created_at)
      select job_id, 'email-confirmation', payload, ${priority}::smallint, at, at from given join fresh using (id)
    ), counted as (
      insert into signed_backlog (campaign_id, hour, count)
      select campaign_id, date_trunc('hour', at, 'UTC'), count(*) from given join fresh using (id) group by 1, 2
    )
    select id from fresh`);
  return new Set(rowsOf(answer).map(({ id }) => String(id)));
}
