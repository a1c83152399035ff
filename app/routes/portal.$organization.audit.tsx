import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AuditPage, auditCheck } from "~/components/portal/audit-page";
import { auditFilter, listAudit, listAuditChoices } from "~/domain/audit/list-audit.server";
import { verifyAuditFor } from "~/domain/audit/verify-audit.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, portalDeeds } from "~/http/portal/portal-page.server";

/** What was done, by whom and when. */
export const loader = forPortal(async ({ ctx, actor, url, i18n }) => {
  const filter = auditFilter.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== "")));
  const { rows, next } = await listAudit(ctx, actor, filter);
  return {
    title: i18n.t("portal:audit.title"),
    isPrivate: true,
    filter,
    next,
    isHost: actor.organization.kind === "host",
    choices: await listAuditChoices(ctx, actor),
    rows: rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.stringify(facts) })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export const action = portalDeeds({
  /** Goes through the whole chain; changes nothing. How long it is all together is the host's affair. */
  async verify({ ctx, actor }) {
    const { rows, lastHash, broken } = await verifyAuditFor(ctx, actor);
    const isHost = actor.organization.kind === "host";
    return {
      rows: isHost ? rows : null,
      lastHash: isHost ? lastHash : null,
      brokenAt: broken?.position ?? null,
      checkedAt: ctx.now(),
    };
  },
});

export default function Audit() {
  const checked = auditCheck.safeParse(useActionData<typeof action>()).data ?? null;
  return <AuditPage {...useLoaderData<typeof loader>()} checked={checked} />;
}
