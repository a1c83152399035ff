import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReportsPage } from "~/components/portal/moderation/reports-page";
import { sentForm } from "~/components/portal/sent-form";
import { may } from "~/domain/access/authorize";
import { acceptReport, setReportAside } from "~/domain/offices/answer-reports.server";
import { correctOffice, withdrawCorrection } from "~/domain/offices/correct-office.server";
import { readOfficesDesk } from "~/domain/offices/offices-desk.server";
import { OfficesError } from "~/domain/offices/offices-error";
import { acceptForm, correctForm, setAsideForm, withdrawForm } from "~/domain/offices/offices-forms";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** What people report of lawmakers' offices, and what was put right. */
export const loader = forPortal(async ({ ctx, actor, url, i18n }) => ({
  title: i18n.t("portal-trust:reports.title"),
  isPrivate: true,
  done: url.searchParams.get("done"),
  ...(await readOfficesDesk(ctx, actor)),
  mayAct: may(actor, "moderation.act"),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ url }: PortalPage, done: string) => redirect(`${url.pathname}?done=${done}`, { status: 303 });

const faulty = (intent: string, errors: Record<string, string>, values: Record<string, string>) =>
  data({ intent, errors, values }, { status: 422 });

/** What was typed wrongly is said beside its field; for everything else a colleague, or an import, was faster. */
async function attempt(page: PortalPage, intent: string, values: Record<string, string>, work: () => Promise<string>) {
  try {
    return back(page, await work());
  } catch (error) {
    if (!(error instanceof OfficesError)) throw error;
    if (error.fault === "numberFaulty") return faulty(intent, { value: "phoneFaulty" }, values);
    if (error.fault === "addressFaulty") return faulty(intent, { value: "govLinkFaulty" }, values);
    return back(page, error.fault);
  }
}

export const action = portalDeeds({
  async accept(page, form) {
    const read = readFields(acceptForm, form);
    if (read.errors) return faulty("accept", read.errors, read.values);
    const { report, value } = read.data;
    return attempt(page, "accept", read.values, async () => {
      await acceptReport(page.ctx, report, value === "" ? null : value, page.actor);
      return "accepted";
    });
  },
  async "set-aside"(page, form) {
    const read = readFields(setAsideForm, form);
    if (read.errors) return faulty("set-aside", read.errors, read.values);
    return attempt(page, "set-aside", read.values, async () => {
      await setReportAside(page.ctx, read.data.report, page.actor);
      return "setAside";
    });
  },
  async correct(page, form) {
    const read = readFields(correctForm, form);
    if (read.errors) return faulty("correct", read.errors, read.values);
    const { office, field, value } = read.data;
    return attempt(page, "correct", read.values, async () => {
      const shown = value === "" ? null : value;
      await correctOffice(page.ctx, { bioguide: office, field, value: shown, by: page.actor });
      return "corrected";
    });
  },
  async withdraw(page, form) {
    const read = readFields(withdrawForm, form);
    if (read.errors) return faulty("withdraw", read.errors, read.values);
    return attempt(page, "withdraw", read.values, async () => {
      await withdrawCorrection(page.ctx, read.data.correction, page.actor);
      return "withdrawn";
    });
  },
});

export default function Reports() {
  const sent = sentForm.safeParse(useActionData<typeof action>()).data ?? null;
  return <ReportsPage {...useLoaderData<typeof loader>()} sent={sent} />;
}
