import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmptyState, PortalHeading } from "~/components/portal/portal-form";
import { pageMeta } from "~/http/page-meta";
import { forSignedIn } from "~/http/portal/portal-page.server";

/** Leads to the one organization that somebody works for, or lets them choose. */
export const loader = forSignedIn(({ visitor, i18n }) => {
  const open = visitor.memberships.filter(({ status }) => status !== "closed");
  const [first] = open;
  if (first !== undefined && open.length === 1) throw redirect(`/portal/${first.slug}`, { status: 303 });
  return {
    title: i18n.t("portal:choose.title"),
    isPrivate: true,
    organizations: open.map(({ slug, name, roles }) => ({ slug, name, roles: [...roles] })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function ChooseOrganization() {
  const { title, organizations } = useLoaderData<typeof loader>();
  const { t } = useTranslation("portal");
  if (organizations.length === 0) {
    return (
      <EmptyState title={t("choose.none")}>
        <p>{t("choose.noneBody")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <PortalHeading title={title} />
      <ul className="portal-choices">
        {organizations.map(({ slug, name, roles }) => (
          <li key={slug}>
            <a className="portal-card portal-card--link" href={`/portal/${slug}`}>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <span className="visually-muted">{roles.map((role) => t(`roles.${role}`)).join(" · ")}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
