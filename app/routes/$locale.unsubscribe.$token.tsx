import { data, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Unsubscribe } from "~/components/unsubscribe";
import { findPartnerToStop, getUnsubscribeState, unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** The address of this page is a secret: it is kept by nobody and handed on to nobody. */
const secretPage = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };
const statuses = { open: 200, done: 200, expired: 410, unknown: 404 } as const;

/** Shows what the link stops, and changes nothing: mail scanners open links too. */
export const loader = forPage(async ({ context: { ctx }, params, i18n }) => {
  const token = params.token ?? "";
  const state = await getUnsubscribeState(ctx, token);
  const organization = await findPartnerToStop(ctx, token);
  const title =
    organization !== null && (state === "open" || state === "done")
      ? i18n.t(`unsubscribe:partner.${state}.title`, { organization })
      : i18n.t(`unsubscribe:${state}.title`);
  return data(
    { title: `${title} · Privacy for All`, isPrivate: true, state, organization },
    { status: statuses[state], headers: secretPage },
  );
});

/**
 * Unsubscribes, for the button of the page and for the one click of a mail program (RFC 8058): the secret is all
 * that counts, whatever the body holds. The answer is the page itself, because the RFC forbids to redirect.
 */
export const action = forPage(async ({ context: { ctx, gpc }, params, locale }) => {
  const outcome = await unsubscribe(ctx, params.token ?? "", { locale, gpc });
  return data(null, { status: statuses[outcome], headers: secretPage });
});

export const headers: HeadersFunction = () => secretPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function UnsubscribePage() {
  return <Unsubscribe {...useLoaderData<typeof loader>()} />;
}
