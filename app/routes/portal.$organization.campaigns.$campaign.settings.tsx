import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { campaignFrame } from "~/components/portal/workshop/campaign-frame";
import { SettingsPage } from "~/components/portal/workshop/settings-page";
import { listCountryOptions } from "~/domain/regions/country-names";
import { changeSettings, chooseWordings, getSettings } from "~/domain/workshop/settings.server";
import { settingsForm, wordingsForm } from "~/domain/workshop/settings-form";
import { listTimeZones } from "~/domain/workshop/zoned-time";
import { pageMeta } from "~/http/page-meta";
import { afterChange, refusedForm } from "~/http/portal/after-change.server";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { sentChange } from "~/http/portal/sent-change";

/** A campaign's goal, dates, countries and wordings. */
export const loader = forPortal(async ({ ctx, actor, base, url, params, i18n, locale }) => {
  const { campaign, title, facts, ...settings } = await getSettings(ctx, actor, params.campaign ?? "");
  const { goal, opensAt, closesAt, timeZone, countries: chosen } = facts;
  const zones = listTimeZones();
  return {
    title: `${i18n.t("portal-workshop:settings.title")} · ${title}`,
    isPrivate: true,
    done: url.searchParams.get("done"),
    frame: campaignFrame(base, campaign, title),
    version: campaign.factsVersion,
    facts: { goal, opensAt, closesAt, timeZone, countries: chosen },
    zones: zones.includes(timeZone) ? zones : [timeZone, ...zones],
    countries: listCountryOptions(locale),
    ...settings,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  async settings(page, form) {
    const read = readFields(settingsForm, form, ["countries"]);
    const sent = { intent: "settings", values: read.values, countries: form.getAll("countries").map(String) };
    if (read.errors) return refusedForm({ ...sent, errors: read.errors });
    return afterChange(page, sent, await changeSettings(page.ctx, page.actor, page.params.campaign ?? "", read.data));
  },
  async wordings(page, form) {
    const read = readFields(wordingsForm, form, ["wordings"]);
    const sent = { intent: "wordings", values: read.values, countries: [] };
    if (read.errors) return refusedForm({ ...sent, errors: { wordings: "wordingUnknown" } });
    return afterChange(page, sent, await chooseWordings(page.ctx, page.actor, page.params.campaign ?? "", read.data));
  },
});

const sentSettings = sentChange.extend({ countries: z.array(z.string()) });

export default function Settings() {
  const sent = sentSettings.safeParse(useActionData<typeof action>());
  return <SettingsPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
