import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PartnersPage } from "~/components/portal/partners-page";
import { may } from "~/domain/access/authorize";
import { inviteOwner } from "~/domain/access/invitations.server";
import { partnerForm, partnerInviteForm, partnerStateForm } from "~/domain/organizations/partner-form";
import { changePartner, createPartner, listPartnerFacts } from "~/domain/organizations/partners.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** The organizations that work here, for the host. */
export const loader = forPortal(async ({ ctx, actor, url, i18n, locale }) => ({
  title: i18n.t("portal:partners.title"),
  isPrivate: true,
  done: url.searchParams.get("done"),
  partners: await listPartnerFacts(ctx, actor),
  mayChange: may(actor, "partners.change"),
  countries: listCountryOptions(locale),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ base }: PortalPage, done: string) => redirect(`${base}/partners?done=${done}`, { status: 303 });

export const action = portalDeeds({
  async create(page, form) {
    const read = readFields(partnerForm, form);
    if (read.errors) return data({ ...read, intent: "create" }, { status: 422 });
    const outcome = await createPartner(page.ctx, page.actor, read.data);
    if (outcome.outcome === "taken") {
      return data({ intent: "create", errors: { slug: "slugTaken" }, values: read.values }, { status: 422 });
    }
    return back(page, "created");
  },
  async change(page, form) {
    const read = readFields(partnerStateForm, form);
    if (read.errors) return data({ ...read, intent: "change" }, { status: 422 });
    const { partner, status, needsApproval } = read.data;
    await changePartner(page.ctx, page.actor, partner, { status, needsApproval: needsApproval === "yes" });
    return back(page, "changed");
  },
  async invite(page, form) {
    const read = readFields(partnerInviteForm, form);
    if (read.errors) return data({ ...read, intent: "invite" }, { status: 422 });
    const { partner, email } = read.data;
    return back(page, await inviteOwner(page.ctx, page.actor, partner, { email, locale: page.locale }));
  },
});

export default function Partners() {
  return <PartnersPage {...useLoaderData<typeof loader>()} sent={useActionData()} />;
}
