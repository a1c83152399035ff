import { z } from "zod";
import { domainHash } from "~/domain/abuse/mail-domain";
import { signatureSignals } from "~/domain/abuse/signature-signals";
import type { Context } from "~/domain/context";
import { type SignatureCriteria, signatureCriteria } from "~/domain/moderation/signature-criteria.server";
import { UsageError } from "./staff-command";

/** Options of `parseArgs` that name signatures. */
export const criteriaOptions = {
  domain: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  network: { type: "string" },
  country: { type: "string" },
  signal: { type: "string" },
  held: { type: "boolean" },
} as const;

export const criteriaUsage = `Criteria; all that are named must be true of a signature:
  --domain example.org        domain of the e-mail address, kept as a keyed hash only
  --from, --to MOMENT         signed from, and before, such as 2026-11-23T14:00Z or 2026-11-23
  --network HASH              as \`npm run held -- list\` shows it
  --country XX                as chosen by the signer; ZZ = prefer not to say
  --signal NAME               ${signatureSignals.options.join(", ")}
  --held                      only those that are held`;

type Typed = Partial<Record<Exclude<keyof typeof criteriaOptions, "held">, string>> & { held?: boolean };

/**
 * Reads the criteria that were typed. The domain is hashed once the keys are there.
 * @throws {UsageError}
 */
export function readCriteria(typed: Typed): (ctx: Pick<Context, "vault">) => SignatureCriteria {
  const { domain } = typed;
  const read = signatureCriteria.safeParse({
    ...(domain !== undefined && { domainHash: domain }),
    ...(typed.from !== undefined && { from: readMoment("--from", typed.from) }),
    ...(typed.to !== undefined && { to: readMoment("--to", typed.to) }),
    ...(typed.network !== undefined && { networkHash: typed.network }),
    ...(typed.country !== undefined && { country: typed.country.toUpperCase() }),
    ...(typed.signal !== undefined && { signal: typed.signal }),
    ...(typed.held === true && { heldOnly: true }),
  });
  if (read.success) {
    const criteria = read.data;
    return (ctx) => (domain === undefined ? criteria : { ...criteria, domainHash: domainHash(ctx, domain) });
  }
  const faulty = new Set(read.error.issues.map(({ path, message }) => (path.length > 0 ? path.join(".") : message)));
  throw new UsageError(`These criteria are not understood: ${[...faulty].join(", ")}\n\n${criteriaUsage}`);
}

const moment = z.union([
  z.iso.date(),
  z.iso.datetime({ offset: true, precision: -1 }),
  z.iso.datetime({ offset: true }),
]);

/** A day begins at midnight, UTC. */
function readMoment(option: string, typed: string): string {
  if (!moment.safeParse(typed).success) {
    throw new UsageError(`${option} needs a moment with its zone, such as 2026-11-23T14:00Z, or a day.`);
  }
  return new Date(typed).toISOString();
}

/**
 * Why it is done, for the strike and the audit log.
 * @throws {UsageError} when nothing is said
 */
export function givenReason(reason: string | undefined): string {
  const said = reason?.trim() ?? "";
  if (said === "" || said.length > 500) {
    throw new UsageError("Say why: --reason TEXT, of at most 500 characters, without anybody's name or address.");
  }
  return said;
}

/** @throws {UsageError} when no campaign is named */
export function namedCampaign(slug: string | undefined): string {
  if (slug === undefined || slug === "") throw new UsageError("Which campaign? --campaign SLUG");
  return slug;
}

/** Rows in columns, under their heads. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  for (const row of table) {
    const cells = row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)));
    process.stdout.write(`${cells.join("  ")}\n`);
  }
}
