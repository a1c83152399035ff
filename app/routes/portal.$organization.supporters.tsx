import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRevealed } from "~/components/portal/revealed-note";
import { SupportersPage } from "~/components/portal/supporters-page";
import { may } from "~/domain/access/authorize";
import { listCountryOptions } from "~/domain/regions/country-names";
import { listSharedCampaigns } from "~/domain/supporters/list-shared-campaigns.server";
import { listSupporters } from "~/domain/supporters/list-supporters.server";
import { recipientOf } from "~/domain/supporters/recipient.server";
import { revealForm } from "~/domain/supporters/reveal-form";
import { revealSupporter } from "~/domain/supporters/reveal-supporter.server";
import { supporterFilters } from "~/domain/supporters/supporter-filters";
import { pageMeta } from "~/http/page-meta";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Who said yes to the organization, masked. */
export const loader = forPortal(async ({ ctx, actor, url, i18n, locale, base }) => {
  const filters = supporterFilters.parse(Object.fromEntries(url.searchParams));
  return {
    title: i18n.t("portal-supporters:supporters.title"),
    isPrivate: true,
    ...(await listSupporters(ctx, actor, filters)),
    filters,
    campaigns: await listSharedCampaigns(ctx, await recipientOf(ctx, actor), locale),
    countries: listCountryOptions(locale),
    isHost: actor.organization.kind === "host",
    mayReveal: may(actor, "supporters.reveal"),
    exportsHref: may(actor, "exports.read") ? `${base}/exports` : null,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  /** The person is in the answer to this one post, and nowhere else. */
  async reveal({ ctx, actor }, form) {
    const read = readFields(revealForm, form);
    if (read.errors) {
      return data({ outcome: "faulty" as const, errors: read.errors, values: read.values }, { status: 422 });
    }
    const revealed = await revealSupporter(ctx, actor, read.data);
    return data(revealed, { status: revealed.outcome === "revealed" ? 200 : 409 });
  },
});

export default function Supporters() {
  const facts = useLoaderData<typeof loader>();
  return <SupportersPage {...facts} revealed={readRevealed(useActionData<typeof action>())} />;
}
