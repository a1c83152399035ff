import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomePage } from "~/components/portal/home/home-page";
import { linkedSteps } from "~/components/portal/home/linked-steps";
import { authorize, may } from "~/domain/access/authorize";
import { readHomeFigures } from "~/domain/home/home-figures.server";
import { listNextSteps } from "~/domain/home/next-steps.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal } from "~/http/portal/portal-page.server";

/** Where somebody arrives: what there is to do next. */
export const loader = forPortal(async ({ ctx, membership, actor, visitor, i18n, base }) => {
  authorize(actor, "organization.read");
  const { steps, way } = await listNextSteps(ctx, actor);
  return {
    title: `${i18n.t("portal:nav.home")} · ${membership.name}`,
    isPrivate: true,
    name: membership.name,
    person: visitor.name,
    status: membership.status,
    isHost: actor.organization.kind === "host",
    ...linkedSteps({ steps, way }, base, (permission) => may(actor, permission)),
    figures: may(actor, "numbers.read") ? await readHomeFigures(ctx, actor) : null,
    numbersHref: `${base}/numbers`,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function OrganizationHome() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
