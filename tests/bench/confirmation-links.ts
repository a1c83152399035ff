import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { tokenHash } from "~/domain/signatures/signature-hashes";
import type { BenchSite } from "./site";

/** Gives up to `most` confirmations that nobody used a link, as the mails would, and gives the links' tokens. */
export async function confirmationLinks(
  databaseUrl: string,
  vault: BenchSite["vault"],
  most: number,
): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1 });
  // The straight load's rows hold no sealed datum that opens; they are left alone.
  const rows = await sql<{ id: string }[]>`
    select c.id from confirmations c join signatures s on s.campaign_id = c.campaign_id and s.id = c.signature_id
    where c.token_hash is null and s.name_sealed like 'v1.%' limit ${most}`;
  const tokens = rows.map(() => randomBytes(32).toString("base64url"));
  const links = rows.map(({ id }, place) => ({ id, hash: tokenHash({ vault }, tokens[place] ?? "") }));
  await sql`
    update confirmations c set token_hash = l.hash
    from jsonb_to_recordset(${sql.json(links)}) as l(id uuid, hash text) where c.id = l.id`;
  await sql`analyze confirmations`;
  await sql.end();
  return tokens;
}
