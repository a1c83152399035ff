import { and, eq, sql } from "drizzle-orm";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { choicesFromForm } from "~/domain/consents/choices-from-form";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";
import { uuidV7 } from "~/domain/new-id";
import { listSignFormPartners } from "~/domain/partners/list-partners.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { createConfirmingDesk } from "~/domain/signatures/confirm-together.server";
import type { LocateZip } from "~/domain/signatures/confirmed-place";
import { issueLink } from "~/domain/signatures/issue-link.server";
import { signPetition } from "~/domain/signatures/sign-petition.server";
import type { SignPetitionInput } from "~/domain/signatures/sign-petition-input";
import { createSigningTable, type Sign } from "~/domain/signatures/sign-together.server";
import { rowsOf } from "~db/rows";
import { consents } from "~db/schema/consents";
import { outbox } from "~db/schema/outbox";
import { confirmations, signatures } from "~db/schema/signatures";

export const ada = { name: "Ada Lovelace", email: "ada@example.org", country: "KE", postalCode: "" };

/** A ZIP code in one district, as the facts about Congress would tell it. */
export const inCalifornia: LocateZip = (zip) =>
  zip === "94110" ? { state: "CA", district: 11 } : { state: null, district: null };

type MakeSign = (ctx: Context) => Sign;

const alone: MakeSign = (ctx) => (petition, input) => signPetition(ctx, petition, input);

/** Both ways to sign, which must be told apart by nothing but their speed. */
export const waysToSign: [name: string, makeSign: MakeSign][] = [
  ["alone", alone],
  ["at a table", createSigningTable],
];

/** Both ways to confirm by a mailed link. */
export const waysToConfirm: [name: string, confirm: typeof confirmByToken][] = [
  ["alone", confirmByToken],
  [
    "at a desk",
    async (ctx, token, locateZip, choice) => {
      const outcome = await createConfirmingDesk(ctx, locateZip)(token, choice);
      if (outcome === null) throw new DomainError("tokenNotFound");
      return outcome;
    },
  ],
];

/** The flagship petition with ways to post its form, as the page does after reading it. */
export async function openPetition(ctx: Context, locale = "en", makeSign = alone) {
  const campaign = await getFlagship(ctx, locale);
  const partners = await listSignFormPartners(ctx, campaign.id, locale);
  const petition = { ...campaign.petition, campaignId: campaign.id };
  const wordings = await listConsentWordings(ctx, locale);
  const choose = async (ticked: { updates?: boolean; partners?: string[]; gpc?: boolean } = {}) =>
    choicesFromForm(wordings, { updates: ticked.updates ?? false, partners: ticked.partners ?? [] }, partners, {
      locale,
      gpc: ticked.gpc ?? false,
    });
  const unticked = await choose();
  const signHere = makeSign({ ...ctx, newId: () => nextId(ctx.now()) });
  const sign = (input: Partial<SignPetitionInput> = {}, by?: Context) =>
    (by ? makeSign(by) : signHere)(petition, { ...ada, locale, choices: unticked, ...input });
  return { campaign, petition, partners, choose, sign };
}

let made = 0;
/** Ids in the order they are made, also within one instant of the clock that stands still. */
function nextId(now: Date): string {
  const random = Buffer.alloc(10);
  random.writeUInt32BE(++made, 4);
  return uuidV7(now, random);
}

export const listSignatures = (ctx: Context) => ctx.db.select().from(signatures).orderBy(signatures.id);
export const listConfirmations = (ctx: Context) =>
  ctx.db.select().from(confirmations).orderBy(confirmations.createdAt, confirmations.id);
export const listConsents = (ctx: Context) =>
  ctx.db.select().from(consents).orderBy(consents.purpose, consents.partnerId);

export async function listJobs(ctx: Context, name?: string) {
  const jobs = await ctx.db.select().from(outbox).orderBy(outbox.createdAt, outbox.id);
  return name === undefined ? jobs : jobs.filter((job) => job.name === name);
}

/** Writes the link and the code of the newest confirmation, or of the one named, as its mail would hold them. */
export async function mailedLink(ctx: Context, confirmationId?: string) {
  const rows = await listConfirmations(ctx);
  const row = confirmationId === undefined ? rows.at(-1) : rows.find(({ id }) => id === confirmationId);
  const issued = row && (await issueLink(ctx, { campaignId: row.campaignId, confirmationId: row.id }));
  if (!issued) throw new Error("There is nothing to confirm.");
  return issued;
}

/** A name, opened. */
export async function nameOf(ctx: Context, signature: { campaignId: string; id: string }): Promise<string> {
  const [row] = await ctx.db
    .select({ sealed: signatures.nameSealed })
    .from(signatures)
    .where(and(eq(signatures.campaignId, signature.campaignId), eq(signatures.id, signature.id)));
  if (!row) throw new Error("There is no such signature.");
  return ctx.vault.open("signature.name", row.sealed);
}

/** Every row of every table, as text. */
export async function dump(ctx: Context): Promise<string> {
  const tables = rowsOf(
    await ctx.db.execute(sql`select table_name as name from information_schema.tables where table_schema = 'public'`),
  );
  const lines: string[] = [];
  // The facts about Congress are public, and long.
  const isOurs = (name: string) => !/^(zip_|lawmakers|districts|congress_)/.test(name);
  for (const { name } of tables.filter((table) => isOurs(String(table.name)))) {
    const table = sql.identifier(String(name));
    const rows = rowsOf(await ctx.db.execute(sql`select to_jsonb(t)::text as row from ${table} t order by 1`));
    lines.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return lines.join("\n");
}
