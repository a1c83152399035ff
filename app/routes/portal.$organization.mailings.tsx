import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailingsPage } from "~/components/portal/mailings/mailings-page";
import { may } from "~/domain/access/authorize";
import { listMailableCampaigns } from "~/domain/mailings/audience.server";
import { listMailings } from "~/domain/mailings/list-mailings.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** Updates that were, are or will be mailed to supporters. */
export const loader = forPortal(async ({ ctx, actor, base, i18n, locale }) => ({
  title: i18n.t("portal-mailings:title"),
  isPrivate: true,
  base: `${base}/mailings`,
  mailings: await listMailings(ctx, actor),
  campaigns: await listMailableCampaigns(ctx, actor, locale),
  mayWrite: may(actor, "mailings.write"),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["mailing-progress"] };

export default function Mailings() {
  return <MailingsPage {...useLoaderData<typeof loader>()} />;
}
