import type { JobPayload } from "~/domain/outbox/jobs";
import { findLinkToCheck, keepLinkAnswer } from "~/domain/partner-actions/link-checks.server";
import type { JobContext } from "./job-context";

/** Looks whether the page behind an action's link can be reached, and notes it. */
export async function checkActionLink(
  ctx: JobContext,
  { linkId }: JobPayload<"check-action-link">,
  cutting?: AbortSignal,
): Promise<"done"> {
  const url = await findLinkToCheck(ctx, linkId);
  if (url !== null) await keepLinkAnswer(ctx, linkId, await ctx.links.check(url, cutting));
  return "done";
}
