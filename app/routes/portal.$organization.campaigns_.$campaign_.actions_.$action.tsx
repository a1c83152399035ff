import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionPage } from "~/components/portal/routing/action-page";
import { sentForm } from "~/components/portal/routing/sent-form";
import { getActionEditor } from "~/domain/partner-actions/action-editor.server";
import {
  type ActionText,
  actionFactsForm,
  actionStepForm,
  actionTextForm,
  sureForm,
} from "~/domain/partner-actions/action-form";
import { saveActionText, takeActionTextStep } from "~/domain/partner-actions/action-texts.server";
import { changeAction, checkLinkAgain, retireAction } from "~/domain/partner-actions/change-action.server";
import { getOwnAction } from "~/domain/partner-actions/own-action.server";
import { loadRegionTree } from "~/domain/regions/load-region-tree.server";
import { placeChoices } from "~/domain/routing/place-choices";
import { pageMeta } from "~/http/page-meta";
import { campaignBase, campaignSlug } from "~/http/portal/campaign-part";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { locales } from "~/i18n/locales";

/** One action of a campaign: its link, dates and places, and its text in one language. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, url, locale, i18n } = page;
  const wanted = locales.find((one) => one === url.searchParams.get("text")) ?? null;
  const editor = await getActionEditor(ctx, actor, campaignSlug(page), actionId(page), {
    locale: wanted,
    reader: locale,
  });
  return {
    title: `${editor.line.title} · ${i18n.t("portal-routing:actions.title")}`,
    isPrivate: true,
    base: campaignBase(page),
    done: url.searchParams.get("done"),
    editor,
    continents: placeChoices(await loadRegionTree(ctx), locale),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["filter-places"] };

const actionId = ({ params }: PortalPage) => params.action ?? "";

/** To the page with its text in a language. */
function back(page: PortalPage, done: string, text?: string) {
  const query = new URLSearchParams({ ...(text !== undefined && { text }), done });
  return redirect(`${campaignBase(page)}/actions/${actionId(page)}?${query}`, { status: 303 });
}

const step = (what: "submit" | "approve" | "sendBack", done: string) => async (page: PortalPage, form: FormData) => {
  const read = readFields(actionStepForm, form);
  if (read.errors) return data({ ...read, intent: what, lists: {} }, { status: 422 });
  const { locale, number } = read.data;
  const wanted = { step: what, locale, number: Number(number) };
  const outcome = await takeActionTextStep(page.ctx, page.actor, campaignSlug(page), actionId(page), wanted);
  if (outcome === "mustAsk") return back(page, "approvedMustAsk", locale);
  return back(page, outcome === "done" ? done : outcome === "ownText" ? "ownText" : "conflict", locale);
};

export const action = portalDeeds({
  async change(page, form) {
    const { ctx, actor } = page;
    const [slug, id] = [campaignSlug(page), actionId(page)];
    const { campaign } = await getOwnAction(ctx, actor, "campaigns.change", slug, id);
    const read = readFields(actionFactsForm(campaign.timeZone), form, ["countries"]);
    if (read.errors) {
      const lists = { countries: form.getAll("countries") };
      return data({ intent: "change", errors: read.errors, values: read.values, lists }, { status: 422 });
    }
    const { seen, ...facts } = read.data;
    return back(page, conflicting(await changeAction(ctx, actor, slug, id, { seen, facts })));
  },
  async saveText(page, form) {
    const { ctx, actor } = page;
    const read = readFields(actionTextForm, form);
    const sent = { intent: "saveText", values: read.values, lists: {} };
    if (read.errors) return data({ ...sent, errors: read.errors }, { status: 422 });
    const { locale, number, sha256, sourceNumber, ...fields } = read.data;
    const outcome = await saveActionText(ctx, actor, campaignSlug(page), actionId(page), {
      ...{ locale, fields },
      basedOn: number === "" ? null : { number: Number(number), sha256 },
      sourceNumber: sourceNumber === "" ? null : Number(sourceNumber),
    });
    if (outcome === "saved") return back(page, "saved", locale);
    // What was typed stays, whatever a colleague has done meanwhile.
    const fault = outcome === "faulty" ? "textUnreadable" : "outdated";
    const first: keyof ActionText = "title";
    return data({ ...sent, errors: { [first]: fault } }, { status: 409 });
  },
  submitText: step("submit", "submitted"),
  approveText: step("approve", "approved"),
  sendBackText: step("sendBack", "sentBack"),
  async checkLink(page) {
    await checkLinkAgain(page.ctx, page.actor, campaignSlug(page), actionId(page));
    return back(page, "checking");
  },
  async retire(page, form) {
    const { ctx, actor } = page;
    const read = readFields(sureForm, form);
    if (read.errors) {
      await getOwnAction(ctx, actor, "campaigns.change", campaignSlug(page), actionId(page));
      return data({ ...read, intent: "retire", lists: {} }, { status: 422 });
    }
    return back(page, conflicting(await retireAction(ctx, actor, campaignSlug(page), actionId(page), true)));
  },
  async restore(page) {
    return back(page, await retireAction(page.ctx, page.actor, campaignSlug(page), actionId(page), false));
  },
});

function conflicting(outcome: string): string {
  return outcome === "outdated" ? "conflict" : outcome;
}

export default function Action() {
  const sent = sentForm.safeParse(useActionData<typeof action>()).data ?? null;
  return <ActionPage {...useLoaderData<typeof loader>()} sent={sent} />;
}
