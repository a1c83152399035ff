import { and, asc, count, desc, eq, like, type SQL } from "drizzle-orm";
import { publicEndorsements } from "~db/schema/endorsements";
import type { Context } from "../context";
import { isCountryCode } from "../regions/country-codes";
import { type EndorsementKind, endorsementKinds } from "./endorsement-content";
import { LONGEST_SEARCH, searchPatterns } from "./searched-text";

export const ENDORSEMENTS_ON_PAGE = 24;
/** Of those on the page of the campaign. */
export const FIRST_ENDORSEMENTS = 6;
const MOST_PAGES = 1_000;

export interface PublicEndorsement {
  id: string;
  kind: EndorsementKind;
  name: string;
  affiliation: string;
  role: string;
  country: string;
  sentence: string;
  website: string;
  locale: string;
}

const columns = {
  id: publicEndorsements.id,
  kind: publicEndorsements.kind,
  name: publicEndorsements.name,
  affiliation: publicEndorsements.affiliation,
  role: publicEndorsements.role,
  country: publicEndorsements.country,
  sentence: publicEndorsements.sentence,
  website: publicEndorsements.website,
  locale: publicEndorsements.locale,
};

/** What a reader looks for; empty texts where they said nothing. */
export interface EndorsementSearch {
  query: string;
  kind: EndorsementKind | "";
  country: string;
  page: number;
}

/** Reads the address of the list; what it can't mean is left out. */
export function readEndorsementSearch(params: { get(name: string): string | null }): EndorsementSearch {
  const country = (params.get("country") ?? "").toUpperCase();
  const page = Number(params.get("page") ?? "1");
  return {
    query: (params.get("q") ?? "").replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH),
    kind: endorsementKinds.find((kind) => kind === params.get("kind")) ?? "",
    country: isCountryCode(country) ? country : "",
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, MOST_PAGES) : 1,
  };
}

/** Who stands under a campaign, as far as it fits what a reader looks for, those who came first at the top. */
export async function searchEndorsements(ctx: Context, campaignId: string, search: EndorsementSearch) {
  const found = and(
    eq(publicEndorsements.campaignId, campaignId),
    search.kind === "" ? undefined : eq(publicEndorsements.kind, search.kind),
    search.country === "" ? undefined : eq(publicEndorsements.country, search.country),
    ...searchPatterns(search.query).map((pattern) => like(publicEndorsements.searched, pattern)),
  );
  const [total, countries] = await Promise.all([
    countEndorsements(ctx, found),
    ctx.db
      .selectDistinct({ country: publicEndorsements.country })
      .from(publicEndorsements)
      .where(eq(publicEndorsements.campaignId, campaignId)),
  ]);
  const pages = Math.max(1, Math.ceil(total / ENDORSEMENTS_ON_PAGE));
  const page = Math.min(search.page, pages);
  const entries: PublicEndorsement[] = await ctx.db
    .select(columns)
    .from(publicEndorsements)
    .where(found)
    .orderBy(asc(publicEndorsements.since), asc(publicEndorsements.id))
    .limit(ENDORSEMENTS_ON_PAGE)
    .offset((page - 1) * ENDORSEMENTS_ON_PAGE);
  return { total, page, pages, entries, countries: countries.map(({ country }) => country) };
}

/** How many stand under a campaign, and the newest of them. */
export async function firstEndorsements(ctx: Context, campaignId: string) {
  const ofCampaign = eq(publicEndorsements.campaignId, campaignId);
  const total = await countEndorsements(ctx, ofCampaign);
  const entries: PublicEndorsement[] =
    total === 0
      ? []
      : await ctx.db
          .select(columns)
          .from(publicEndorsements)
          .where(ofCampaign)
          .orderBy(desc(publicEndorsements.since), desc(publicEndorsements.id))
          .limit(FIRST_ENDORSEMENTS);
  return { total, entries };
}

async function countEndorsements(ctx: Context, which: SQL | undefined): Promise<number> {
  const [row] = await ctx.db.select({ total: count() }).from(publicEndorsements).where(which);
  return row?.total ?? 0;
}
