import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CommentsPage } from "~/components/portal/comments-page";
import {
  commentForm,
  commentStates,
  decideOnComment,
  listComments,
} from "~/domain/public-signatures/moderate-comments.server";
import { pageMeta } from "~/http/page-meta";
import { pageNumber } from "~/http/page-number";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Comments that signers want to be shown, to be read before they are. */
export const loader = forPortal(async ({ ctx, actor, base, url, i18n }) => {
  const state = commentStates.find((one) => one === url.searchParams.get("state")) ?? "waiting";
  return {
    title: i18n.t("portal-deliveries:comments.title"),
    isPrivate: true,
    base: `${base}/deliveries`,
    state,
    done: url.searchParams.get("done"),
    ...(await listComments(ctx, actor, { state, page: pageNumber(url.searchParams) })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const decide = (decision: "approved" | "rejected") => async (page: PortalPage, form: FormData) => {
  const read = readFields(commentForm, form);
  if (read.errors) return data(null, { status: 422 });
  const outcome = await decideOnComment(page.ctx, page.actor, read.data, decision);
  const query = new URLSearchParams({ done: outcome === "outdated" ? outcome : decision });
  const state = page.url.searchParams.get("state");
  if (state !== null) query.set("state", state);
  return redirect(`${page.url.pathname}?${query}`, { status: 303 });
};

export const action = portalDeeds({ approve: decide("approved"), reject: decide("rejected") });

export default function Comments() {
  return <CommentsPage {...useLoaderData<typeof loader>()} />;
}
