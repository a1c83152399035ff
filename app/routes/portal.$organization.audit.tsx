import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditPage } from "~/components/portal/audit-page";
import { auditFilter, listAudit } from "~/domain/audit/list-audit.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** What was done, by whom and when. */
export const loader = forPortal(async ({ ctx, actor, url, i18n }) => {
  const filter = auditFilter.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== "")));
  const { rows, next } = await listAudit(ctx, actor, filter);
  return {
    title: i18n.t("portal:audit.title"),
    isPrivate: true,
    filter,
    next,
    rows: rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.stringify(facts) })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
