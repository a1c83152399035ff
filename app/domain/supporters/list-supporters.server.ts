import { and, count, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { consentWordings } from "~db/schema/consents";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { requireAgreement } from "../organizations/require-agreement.server";
import { maskedEmail, maskedName } from "./mask";
import { type Recipient, recipientOf } from "./recipient.server";
import { isItsSignature, mayBeKnown, newestWord } from "./shared-with.server";
import { endOfDay, readCursor, type SupporterFilters, startOfDay, writeCursor } from "./supporter-filters";

const SUPPORTERS_PER_PAGE = 50;
/** Counted no further: nobody waits for a number that nobody needs exactly. */
const COUNTED = 1_000;

/** A supporter as a list shows them. */
export interface MaskedSupporter {
  /** The id by which the organization, and no other, knows the person. */
  subjectId: string;
  campaignId: string;
  name: string;
  email: string;
  country: string;
  locale: string;
  /** Since when the yes stands. */
  since: Date;
  source: string;
  wordingVersion: number;
}

export interface SupporterPage {
  supporters: MaskedSupporter[];
  /** For the address of the next page; null on the last one. */
  next: string | null;
  /** How many the filters let through; null for more than {@link COUNTED}. */
  total: number | null;
  countedTo: number;
}

/**
 * The people who said yes to the actor's organization and whose signatures stand, masked, the newest yes first.
 * @throws {DomainError} notAllowed, agreementMissing
 */
export async function listSupporters(
  ctx: Context,
  actor: PortalActor,
  filters: SupporterFilters,
): Promise<SupporterPage> {
  authorize(actor, "supporters.read");
  await requireAgreement(ctx, actor);
  const recipient = await recipientOf(ctx, actor);
  const rows = await selectPage(ctx, recipient, filters);
  const shown = rows.slice(0, SUPPORTERS_PER_PAGE);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const total = await countSupporters(ctx, recipient, filters);
  return {
    supporters: shown.map(({ nameSealed, emailSealed, ...row }) => ({
      ...row,
      name: maskedName(ctx.vault.open("signature.name", nameSealed)),
      email: maskedEmail(ctx.vault.open("signature.email", emailSealed)),
    })),
    next: last ? writeCursor(last) : null,
    total: total > COUNTED ? null : total,
    countedTo: COUNTED,
  };
}

/** Each campaign gives its newest, found by its own index, and the newest of these are the page. */
function selectPage(ctx: Context, recipient: Recipient, filters: SupporterFilters) {
  const word = newestWord(ctx, recipient);
  const page = ctx.db
    .select({
      subjectId: sharings.subjectId,
      campaignId: sharings.campaignId,
      since: sharings.since,
      nameSealed: signatures.nameSealed,
      emailSealed: signatures.emailSealed,
      country: signatures.country,
      locale: signatures.locale,
      source: word.source,
      wordingVersion: consentWordings.version,
    })
    .from(sharings)
    .innerJoin(signatures, isItsSignature())
    .innerJoinLateral(word, sql`true`)
    .innerJoin(consentWordings, eq(consentWordings.id, word.wordingId))
    .where(
      and(isWanted(recipient, filters), isBehind(filters.after), mayBeKnown(recipient, word), isFrom(word, filters)),
    )
    .orderBy(desc(sharings.since), desc(sharings.subjectId))
    .limit(SUPPORTERS_PER_PAGE + 1)
    .as("page");
  return ctx.db
    .select({
      subjectId: page.subjectId,
      campaignId: page.campaignId,
      since: page.since,
      nameSealed: page.nameSealed,
      emailSealed: page.emailSealed,
      country: page.country,
      locale: page.locale,
      source: page.source,
      wordingVersion: page.wordingVersion,
    })
    .from(campaigns)
    .crossJoinLateral(page)
    .where(filters.campaign === undefined ? undefined : eq(campaigns.id, filters.campaign))
    .orderBy(desc(page.since), desc(page.subjectId))
    .limit(SUPPORTERS_PER_PAGE + 1);
}

async function countSupporters(ctx: Context, recipient: Recipient, filters: SupporterFilters): Promise<number> {
  const word = newestWord(ctx, recipient);
  const found = ctx.db
    .select({ subjectId: sharings.subjectId })
    .from(sharings)
    .innerJoin(signatures, isItsSignature())
    .innerJoinLateral(word, sql`true`)
    .where(and(isWanted(recipient, filters), mayBeKnown(recipient, word), isFrom(word, filters)))
    .limit(COUNTED + 1)
    .as("found");
  const some = ctx.db
    .select({ subjectId: found.subjectId })
    .from(campaigns)
    .crossJoinLateral(found)
    .where(filters.campaign === undefined ? undefined : eq(campaigns.id, filters.campaign))
    .limit(COUNTED + 1)
    .as("some");
  const [row] = await ctx.db.select({ number: count() }).from(some);
  return row?.number ?? 0;
}

/** In the words of the indexes of `sharings`. */
function isWanted(recipient: Recipient, filters: SupporterFilters): SQL | undefined {
  const { country, locale, from, until, supporter } = filters;
  return and(
    eq(sharings.campaignId, campaigns.id),
    eq(sharings.recipientId, recipient.id),
    country === undefined ? undefined : eq(sharings.country, country),
    locale === undefined ? undefined : eq(sharings.locale, locale),
    from === undefined ? undefined : gte(sharings.since, startOfDay(from)),
    until === undefined ? undefined : lt(sharings.since, endOfDay(until)),
    supporter === undefined ? undefined : eq(sharings.subjectId, supporter),
  );
}

function isFrom(word: ReturnType<typeof newestWord>, { source }: SupporterFilters): SQL | undefined {
  return source === undefined ? undefined : eq(word.source, source);
}

function isBehind(after: string | undefined): SQL | undefined {
  const cursor = after === undefined ? null : readCursor(after);
  if (cursor === null) return undefined;
  return sql`(${sharings.since}, ${sharings.subjectId}) < (${cursor.since.toISOString()}::timestamptz, ${cursor.subjectId}::uuid)`;
}
