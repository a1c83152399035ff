import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { campaigns } from "~db/schema/campaigns";
import { images } from "~db/schema/images";
import { partners } from "~db/schema/partners";
import { principles } from "~db/schema/principles";
import { regions } from "~db/schema/routing";
import { updates } from "~db/schema/updates";
import type { Context } from "../context";
import type { Actor } from "./actor";
import type { FieldFault } from "./check-fields.server";
import type { UpdateFactsForm } from "./new-update-form";

/** What a form says of itself, as faults of its fields. */
export function formFaults({ issues }: z.ZodError): FieldFault[] {
  return issues.map(({ path, message }) => invalid(path.join("."), message));
}

/** What the facts of an article name must be there. A partner names no campaign but its own. */
export async function listMissing(
  { db }: Context,
  { organization }: Actor,
  facts: UpdateFactsForm,
): Promise<FieldFault[]> {
  const known = await db.select({ slug: principles.slug }).from(principles);
  const codes = await db.select({ code: regions.code }).from(regions);
  const named = [...facts.authors, facts.facts].flatMap(({ partnerSlug }) => partnerSlug ?? []);
  const organizations = await db
    .select({ slug: partners.slug })
    .from(partners)
    .where(inArray(partners.slug, ["", ...named]));
  const { previousReview } = facts.facts.review ?? {};
  const guides =
    previousReview === undefined
      ? null
      : await db
          .select({ slug: updates.slug })
          .from(updates)
          .where(and(eq(updates.slug, previousReview), eq(updates.type, "guide")));
  const image = facts.imageId && (await db.select({ id: images.id }).from(images).where(eq(images.id, facts.imageId)));
  const campaign =
    facts.campaignId &&
    (await db.select({ partnerId: campaigns.partnerId }).from(campaigns).where(eq(campaigns.id, facts.campaignId)));
  const isOwn = organization.kind === "host" || (campaign && campaign[0]?.partnerId === organization.id);
  return [
    ...facts.principles
      .filter((slug) => !known.some((one) => one.slug === slug))
      .map((slug) => invalid("principles", slug)),
    ...facts.regions
      .filter((code) => !codes.some((one) => one.code === code))
      .map((code) => invalid("regions", `${code} is no region that we count by`)),
    ...named
      .filter((slug) => !organizations.some((one) => one.slug === slug))
      .map((slug) => invalid("partnerSlug", `there is no partner “${slug}”`)),
    ...(guides?.length === 0 ? [invalid("facts.review.previousReview", `there is no guide “${previousReview}”`)] : []),
    ...(image?.length === 0 ? [invalid("imageId", facts.imageId ?? "")] : []),
    ...(campaign && (campaign.length === 0 || !isOwn) ? [invalid("campaignId", facts.campaignId ?? "")] : []),
  ];
}

export function invalid(path: string, detail: string): FieldFault {
  return { path, fault: "invalid", detail };
}
