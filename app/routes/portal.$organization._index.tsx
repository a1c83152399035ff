import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PortalHeading } from "~/components/portal/portal-form";
import { authorize } from "~/domain/access/authorize";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** Where somebody arrives: what there is to do next. */
export const loader = forPortal(({ membership, actor, visitor, i18n }) => {
  authorize(actor, "organization.read");
  return {
    title: `${i18n.t("portal:nav.home")} · ${membership.name}`,
    isPrivate: true,
    name: membership.name,
    person: visitor.name,
    status: membership.status,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function OrganizationHome() {
  const { name, person, status } = useLoaderData<typeof loader>();
  const { t } = useTranslation("portal");
  return (
    <>
      <PortalHeading title={<bdi>{name}</bdi>} lead={t("home.welcome", { name: person })} />
      {status === "paused" && <p className="warning-note">{t("home.paused")}</p>}
    </>
  );
}
