import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MailingPage } from "~/components/portal/mailings/mailing-page";
import { DomainError } from "~/domain/errors";
import { listMailableCampaigns } from "~/domain/mailings/audience.server";
import { cancelMailing, pauseMailing, resumeMailing } from "~/domain/mailings/hold-mailing.server";
import { mailingSettings, scheduleForm, textForm, textLocaleForm } from "~/domain/mailings/mailing-form.server";
import { getMailingView } from "~/domain/mailings/mailing-view.server";
import { changeMailing, removeText, saveText } from "~/domain/mailings/save-mailing.server";
import { scheduleMailing, sendMailing, unscheduleMailing } from "~/domain/mailings/send-mailing.server";
import { findSample, testMailing } from "~/domain/mailings/test-mailing.server";
import { listTimeZones } from "~/domain/workshop/zoned-time";
import { pageMeta } from "~/http/page-meta";
import { renderSample } from "~/http/portal/mailing-preview.server";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { locales } from "~/i18n/locales";

/** One update: its words, its readers, how it looks, and how far it is. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, i18n, locale, url } = page;
  const view = await getMailingView(ctx, actor, idOf(page));
  const asked = url.searchParams.get("locale");
  const shown = locales.find((one) => one === asked) ?? view.mailing.sourceLocale;
  const sample = await findSample(ctx, actor, view.mailing.id, shown);
  return {
    title: i18n.t("portal-mailings:one.title"),
    isPrivate: true,
    base: `${base}/mailings`,
    ...view,
    shown,
    sample: sample && { text: (await renderSample(page, sample)).text },
    campaigns: await listMailableCampaigns(ctx, actor, locale),
    zones: view.maySend ? listTimeZones() : [],
    done: url.searchParams.get("done"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["mailing-progress"] };

const back = (page: PortalPage, done: string, locale?: string) => {
  const query = new URLSearchParams({ ...(locale !== undefined && { locale }), done });
  return redirect(`${page.base}/mailings/${idOf(page)}?${query}`, { status: 303 });
};

const again = (intent: string, errors: Record<string, string>, values: Record<string, string>) =>
  data({ intent, errors, values }, { status: 422 });

export const action = portalDeeds({
  async save(page, form) {
    const read = readFields(textForm, form);
    if (read.errors) return again("save", read.errors, read.values);
    const outcome = await saveText(page.ctx, page.actor, idOf(page), read.data);
    if (outcome === "textOutdated") return again("save", { body: outcome }, read.values);
    return back(page, outcome, read.data.locale);
  },
  async remove(page, form) {
    const read = readFields(textLocaleForm, form);
    if (read.errors) return again("remove", read.errors, read.values);
    const outcome = await removeText(page.ctx, page.actor, idOf(page), read.data.locale);
    return back(page, outcome === "saved" ? "removed" : outcome);
  },
  async change(page, form) {
    const read = readFields(mailingSettings, form);
    if (read.errors) return again("change", read.errors, read.values);
    return back(page, await changeMailing(page.ctx, page.actor, idOf(page), read.data));
  },
  async test(page, form) {
    const read = readFields(textLocaleForm, form);
    if (read.errors) return again("test", read.errors, read.values);
    const { locale } = read.data;
    return back(page, await testMailing(page.ctx, page.actor, idOf(page), locale), locale);
  },
  async send(page) {
    return back(page, await sendMailing(page.ctx, page.actor, idOf(page)));
  },
  async schedule(page, form) {
    const read = readFields(scheduleForm, form);
    if (read.errors) return again("schedule", read.errors, read.values);
    const outcome = await scheduleMailing(page.ctx, page.actor, idOf(page), read.data);
    return outcome === "momentPast" ? again("schedule", { at: "momentPast" }, read.values) : back(page, outcome);
  },
  async unschedule(page) {
    return back(page, await unscheduleMailing(page.ctx, page.actor, idOf(page)));
  },
  async pause(page) {
    return back(page, await pauseMailing(page.ctx, page.actor, idOf(page)));
  },
  async resume(page) {
    return back(page, await resumeMailing(page.ctx, page.actor, idOf(page)));
  },
  async cancel(page) {
    return back(page, await cancelMailing(page.ctx, page.actor, idOf(page)));
  },
});

/** @throws {DomainError} notFound */
function idOf({ params }: PortalPage): string {
  const id = z.uuid().safeParse(params.mailing);
  if (!id.success) throw new DomainError("notFound");
  return id.data;
}

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});

export default function Mailing() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <MailingPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
