import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CampaignNumbersPage } from "~/components/portal/numbers/campaign-numbers-page";
import { may } from "~/domain/access/authorize";
import { getCampaignNumbers } from "~/domain/numbers/campaign-numbers.server";
import { dayOf } from "~/domain/numbers/days";
import { addNote, noteForm, removeNote, removeNoteForm } from "~/domain/numbers/notes.server";
import { readPeriod } from "~/domain/numbers/period";
import { readDistrictShapes } from "~/domain/where/district-shapes.server";
import { readWorldShapes } from "~/domain/where/world-shapes.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** The numbers of one campaign. */
export const loader = forPortal(async ({ ctx, actor, url, params, locale, i18n, base }) => {
  const { choice, typed, errors } = readPeriod(url.searchParams, ctx.now());
  const numbers = await getCampaignNumbers(ctx, actor, params.campaign ?? "", choice, locale);
  const facts = {
    title: i18n.t("portal-numbers:title", { campaign: numbers.campaign.name }),
    isPrivate: true,
    numbers,
    world: readWorldShapes(),
    districts: numbers.districts.length > 0 ? readDistrictShapes() : null,
    form: { typed, errors, today: dayOf(ctx.now()) },
    path: `${base}/numbers/${numbers.campaign.slug}`,
    allPath: `${base}/numbers`,
    mayAdd: may(actor, "numbers.annotate"),
    now: ctx.now().toISOString().slice(0, 16),
    done: url.searchParams.get("done"),
  };
  return data(facts, errors ? { status: 422 } : {});
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

/** The same page, with the same period. */
function back({ url, base, params }: PortalPage, done: string) {
  const query = new URLSearchParams(url.searchParams);
  query.set("done", done);
  return redirect(`${base}/numbers/${encodeURIComponent(params.campaign ?? "")}?${query}#notes`, { status: 303 });
}

export const action = portalDeeds({
  async "add-note"(page, form) {
    const read = readFields(noteForm, form);
    if (read.errors) return data(read, { status: 422 });
    await addNote(page.ctx, page.actor, page.params.campaign ?? "", read.data);
    return back(page, "added");
  },
  async "remove-note"(page, form) {
    const read = readFields(removeNoteForm, form);
    if (read.errors) return data(read, { status: 422 });
    await removeNote(page.ctx, page.actor, page.params.campaign ?? "", read.data.id);
    return back(page, "removed");
  },
});

const sentNote = z.object({
  errors: z.record(z.string(), z.string()).nullable(),
  values: z.record(z.string(), z.string()),
});

export default function NumbersOfCampaign() {
  const { mayAdd, now, done, ...facts } = useLoaderData<typeof loader>();
  const sent = sentNote.safeParse(useActionData<typeof action>()).data ?? null;
  return <CampaignNumbersPage {...facts} notes={{ mayAdd, now, done, sent }} />;
}
