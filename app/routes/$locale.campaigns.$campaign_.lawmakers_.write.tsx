import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { WriteFlow } from "~/components/write-flow";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { readProgress, setProgress } from "~/domain/contacts/flow-progress";
import { faultsOf, readChoices } from "~/domain/lawmakers/compose/composer-form";
import { rewriteLetters, writeLetters } from "~/domain/lawmakers/compose/write-letters";
import { firstChoices, openWritingDesk } from "~/domain/lawmakers/compose/writing-desk.server";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { FLOW_CACHE_CONTROL } from "~/http/flow-page";
import { offeredByPlace } from "~/http/offered-offices.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";
import { alternatesBelow } from "~/http/sitemap";

export const handle = { islands: ["compose-letter", "copy-text"] };

/** The letters to somebody's offices, to be made their own. Without their words they are the campaign's. */
export const loader = forPage(async ({ context, params, url, locale, i18n }) => {
  const { ctx, facts } = context;
  const where = readWhere(url.searchParams);
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const desk = await openWritingDesk(ctx, facts.current(), campaign.id, where);
  if (desk === null) throw redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers?${whereQuery(where)}`);

  const choices = firstChoices(facts.current(), where, desk, ctx.now());
  const progress = readProgress(url.searchParams);
  const recipients = desk.offices.map(({ recipient }) => recipient);
  const principles = (await listPrinciples(ctx, locale)).filter(({ slug }) => slug in desk.texts.en.lines.asks);
  return data(
    {
      title: `${i18n.t("write:title")} · ${campaign.content.name}`,
      description: i18n.t("write:description"),
      // Without somebody's place the page leads there.
      alternates: alternatesBelow(campaign, "/lawmakers"),
      campaign: { slug: campaign.slug },
      query: setProgress(whereQuery(where), progress).toString(),
      done: progress,
      ...desk,
      principles: principles.map(({ slug, title, locale, dir }) => ({ slug, title, locale, dir })),
      choices,
      letters: writeLetters(desk.texts.en, recipients, choices),
      faults: [],
      isDeliveryOffered: offeredByPlace(context, where).length > 0,
    },
    // Going back to the page shows it as it was left, words and all; `no-store` would forbid that.
    { headers: { "Cache-Control": FLOW_CACHE_CONTROL } },
  );
});

/** Puts the letters together where no script does: the answer is the page, and nothing is kept. */
export const action = forPage(async ({ context: { ctx, facts }, request, params, url, locale }) => {
  const where = readWhere(url.searchParams);
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const desk = await openWritingDesk(ctx, facts.current(), campaign.id, where);
  if (desk === null) throw redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers?${whereQuery(where)}`, 303);

  const form = await readForm(request);
  const choices = readChoices(form, desk.texts.en);
  const texts = desk.texts[choices.language] ?? desk.texts.en;
  const faults = faultsOf(choices, texts);
  const recipients = desk.offices.map(({ recipient }) => recipient);
  const letters = rewriteLetters(writeLetters(texts, recipients, choices), form);
  return data(
    { choices, letters, faults },
    { status: faults.length > 0 ? 422 : 200, headers: { "Cache-Control": "no-store" } },
  );
});

/** Those of the answer to a form, where there is one. */
export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) =>
  actionHeaders.has("Cache-Control") ? actionHeaders : loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function WritePage() {
  return <WriteFlow {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
