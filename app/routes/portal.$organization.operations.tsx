import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OperationsPage } from "~/components/portal/operations/operations-page";
import { sentForm } from "~/components/portal/sent-form";
import { may } from "~/domain/access/authorize";
import { hasProof } from "~/domain/access/portal-actor";
import { readOperationsDesk } from "~/domain/operations/operations-desk.server";
import { discardForm, retryAllForm, retryForm, switchForm } from "~/domain/operations/operations-forms";
import { discardDeadJob } from "~/domain/outbox/discard-dead-jobs.server";
import { retryDeadJobs } from "~/domain/outbox/retry-dead-jobs.server";
import { findSwitch, SwitchError } from "~/domain/switches/find-switch.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { pageMeta } from "~/http/page-meta";
import { pageNumber } from "~/http/page-number";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Later work that waits or was given up, and the switches for the time being. */
export const loader = forPortal(async ({ ctx, actor, base, url, i18n }) => {
  const name = url.searchParams.get("job");
  return {
    title: i18n.t("portal-trust:operations.title"),
    isPrivate: true,
    base: `${base}/operations`,
    name,
    done: url.searchParams.get("done"),
    count: Number(url.searchParams.get("count")) || 0,
    ...(await readOperationsDesk(ctx, actor, { name, page: pageNumber(url.searchParams) })),
    now: ctx.now(),
    mayAct: may(actor, "operations.act"),
    isProven: hasProof(ctx, actor),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ url }: PortalPage, done: string, count?: number) => {
  const query = new URLSearchParams({ done, ...(count !== undefined && { count: String(count) }) });
  return redirect(`${url.pathname}?${query}`, { status: 303 });
};

const faulty = (
  intent: string,
  { errors, values }: { errors: Record<string, string>; values: Record<string, string> },
) => data({ intent, errors, values }, { status: 422 });

const turn = (isOn: boolean) => async (page: PortalPage, form: FormData) => {
  const intent = isOn ? "switch-on" : "switch-off";
  const read = readFields(switchForm, form);
  if (read.errors) return faulty(intent, read);
  const { name, campaign } = read.data;
  try {
    const found = await findSwitch(page.ctx, { name, ...(campaign !== "" && { campaignSlug: campaign }) });
    await setSwitch(page.ctx, found, { isOn, by: page.actor });
  } catch (error) {
    if (!(error instanceof SwitchError)) throw error;
    return faulty(intent, { errors: { campaign: "required" }, values: read.values });
  }
  return back(page, isOn ? "switchedOn" : "switchedOff");
};

export const action = portalDeeds({
  async retry(page, form) {
    const read = readFields(retryForm, form);
    if (read.errors) return faulty("retry", read);
    const { retried, forgotten } = await retryDeadJobs(page.ctx, { ids: [read.data.id] }, { by: page.actor });
    const outcome = retried.length > 0 ? "retried" : forgotten.length > 0 ? "forgotten" : "notDead";
    return back(page, outcome, retried.length);
  },
  async "retry-all"(page, form) {
    const read = readFields(retryAllForm, form);
    if (read.errors) return faulty("retry-all", read);
    const { retried } = await retryDeadJobs(page.ctx, { name: read.data.name }, { by: page.actor });
    return back(page, retried.length > 0 ? "retried" : "notDead", retried.length);
  },
  async discard(page, form) {
    const read = readFields(discardForm, form);
    if (read.errors) return faulty("discard", read);
    return back(page, await discardDeadJob(page.ctx, { ...read.data, by: page.actor }));
  },
  "switch-on": turn(true),
  "switch-off": turn(false),
});

export default function Operations() {
  const sent = sentForm.safeParse(useActionData<typeof action>()).data ?? null;
  return <OperationsPage {...useLoaderData<typeof loader>()} sent={sent} />;
}
