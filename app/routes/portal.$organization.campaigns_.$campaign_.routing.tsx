import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RoutingPage } from "~/components/portal/routing/routing-page";
import { sentForm } from "~/components/portal/routing/sent-form";
import { DomainError } from "~/domain/errors";
import { moveRule, removeRule, saveRule } from "~/domain/partner-actions/change-rules.server";
import { getRoutingDesk, type RoutingTest, testRouting } from "~/domain/partner-actions/routing-desk.server";
import { ruleForm, ruleIdForm, testForm } from "~/domain/partner-actions/rule-form";
import { listCountryOptions } from "~/domain/regions/country-names";
import { placeChoices } from "~/domain/routing/place-choices";
import { pageMeta } from "~/http/page-meta";
import { campaignBase, campaignSlug } from "~/http/portal/campaign-part";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { locales } from "~/i18n/locales";

/** Who is offered what after signing a campaign, the editor for that, and a way to try it out. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, url, locale, i18n } = page;
  const { tree, ...routing } = await getRoutingDesk(ctx, actor, campaignSlug(page), locale);
  return {
    title: i18n.t("portal-routing:rules.title"),
    isPrivate: true,
    base: campaignBase(page),
    done: url.searchParams.get("done"),
    routing,
    continents: placeChoices(tree, locale),
    countries: listCountryOptions(locale),
    // The rule that is being written: an id, or `new`.
    open: url.searchParams.get("rule"),
    // Sent along, so that a form that is sent twice adds one rule.
    newId: ctx.newId(),
    test: await tested(page, routing.desk),
  };
});

async function tested({ ctx, url }: PortalPage, desk: Parameters<typeof testRouting>[1]) {
  const { country, region, ...asked } = testForm.parse(Object.fromEntries(url.searchParams));
  const locale = locales.find((one) => one === asked.locale) ?? desk.campaign.locales[0] ?? "en";
  const view = url.searchParams.has("view") || desk.campaign.isPublic ? asked.view : "planned";
  const values = { country, region, locale, view };
  if (country === "") return { values, result: null, isUnknown: false };
  try {
    const input = { country, subdivision: region === "" ? null : region, locale, view };
    const result: RoutingTest = await testRouting(ctx, desk, input);
    return { values, result, isUnknown: false };
  } catch (error) {
    if (error instanceof DomainError && error.code === "countryNotFound")
      return { values, result: null, isUnknown: true };
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["filter-places"] };

const back = (page: PortalPage, done: string) =>
  redirect(`${campaignBase(page)}/routing?done=${done === "outdated" ? "conflict" : done}`, { status: 303 });

const withRule =
  (deed: (page: PortalPage, id: string) => Promise<string>) => async (page: PortalPage, form: FormData) => {
    const read = readFields(ruleIdForm, form);
    if (read.errors) return data({ ...read, intent: "", lists: {} }, { status: 422 });
    return back(page, await deed(page, read.data.rule));
  };

const refusals: Record<string, Record<string, string>> = {
  placeUnknown: { place: "placesMissing" },
  actionUnknown: { "action-0": "actionsMissing" },
  full: { whom: "rulesFull" },
  everybodyTwice: { whom: "everybodyTwice" },
  outdated: { whom: "outdated" },
};

export const action = portalDeeds({
  async save(page, form) {
    const read = readFields(ruleForm, form, ["place", "action"]);
    const texts = (name: string) => form.getAll(name).filter((one) => typeof one === "string");
    const sent = { intent: "save", values: read.values, lists: { place: texts("place"), action: texts("action") } };
    if (read.errors) {
      const { action: actions, ...errors } = read.errors;
      return data({ ...sent, errors: { ...errors, ...(actions && { "action-0": actions }) } }, { status: 422 });
    }
    const outcome = await saveRule(page.ctx, page.actor, campaignSlug(page), read.data);
    const refused = refusals[outcome];
    if (refused) return data({ ...sent, errors: refused }, { status: outcome === "outdated" ? 409 : 422 });
    return back(page, outcome);
  },
  up: withRule(({ ctx, actor, params }, id) => moveRule(ctx, actor, campaignSlug({ params }), id, -1)),
  down: withRule(({ ctx, actor, params }, id) => moveRule(ctx, actor, campaignSlug({ params }), id, 1)),
  remove: withRule(async ({ ctx, actor, params }, id) => {
    const outcome = await removeRule(ctx, actor, campaignSlug({ params }), id);
    return outcome === "saved" ? "removed" : outcome;
  }),
});

export default function Routing() {
  const sent = sentForm.safeParse(useActionData<typeof action>()).data ?? null;
  return <RoutingPage {...useLoaderData<typeof loader>()} sent={sent} />;
}
