import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AgreementPage } from "~/components/portal/agreement-page";
import { may } from "~/domain/access/authorize";
import {
  acceptAgreement,
  publishAgreement,
  readAgreement,
  withdrawAgreement,
} from "~/domain/organizations/agreement.server";
import { agreementAcceptForm, agreementTextForm } from "~/domain/organizations/agreement-forms";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** The agreement about personal data: partners accept it, the host publishes it. */
export const loader = forPortal(async ({ ctx, actor, url, i18n, locale }) => ({
  title: i18n.t("portal:agreement.title"),
  isPrivate: true,
  done: url.searchParams.get("done"),
  ...(await readAgreement(ctx, actor, locale)),
  mayAccept: may(actor, "agreement.accept"),
  mayPublish: may(actor, "agreement.publish"),
  isHost: actor.organization.kind === "host",
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ base }: PortalPage, done: string) => redirect(`${base}/agreement?done=${done}`, { status: 303 });

export const action = portalDeeds({
  async accept(page, form) {
    const read = readFields(agreementAcceptForm, form);
    if (read.errors) return data(read, { status: 422 });
    return back(page, await acceptAgreement(page.ctx, page.actor, read.data.version));
  },
  async withdraw(page) {
    await withdrawAgreement(page.ctx, page.actor);
    return back(page, "withdrawn");
  },
  async publish(page, form) {
    const read = readFields(agreementTextForm, form);
    if (read.errors) return data(read, { status: 422 });
    const { en, es } = read.data;
    await publishAgreement(page.ctx, page.actor, { en, ...(es && { es }) });
    return back(page, "published");
  },
});

export default function Agreement() {
  return <AgreementPage {...useLoaderData<typeof loader>()} sent={useActionData()} />;
}
