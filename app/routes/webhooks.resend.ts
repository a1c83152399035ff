import type { ActionFunctionArgs } from "@remix-run/node";
import { readMailEvent } from "~/domain/suppressions/mail-event";
import { takeMailEvent } from "~/domain/suppressions/take-mail-event.server";
import { apiError, forApi } from "~/http/api-answer.server";

/**
 * `POST /webhooks/resend`: what became of mails, signed by the mail service. It sends again whatever is not
 * answered by 200, so only what another try can mend, or staff must see there, is refused.
 */
export const action = ({ request, context }: ActionFunctionArgs) =>
  forApi(context, async () => {
    const { ctx, mailWebhook, log } = context;
    if (mailWebhook === null) return notHere();
    const body = new Uint8Array(await request.arrayBuffer());
    const header = (name: string) => request.headers.get(`svix-${name}`);
    const headers = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
    const message = mailWebhook.verify(body, headers, ctx.now());
    if (message.result !== "genuine") {
      log.warn("mail event refused", { reason: message.result });
      return apiError(401, "not-genuine", "The signature does not fit the message, or its time is not now.");
    }
    const event = readMailEvent(new TextDecoder().decode(body));
    if (event === null) {
      log.warn("mail event refused", { reason: "unreadable" });
      return apiError(400, "unreadable", "This is no event that can be read.");
    }
    const outcome = await takeMailEvent(ctx, message, event);
    if (outcome === "taken") log.info("mail event", { type: event.type, suppresses: event.suppress?.reason ?? null });
    return Response.json({ status: outcome }, { headers: { "Cache-Control": "no-store" } });
  });

export const loader = ({ context }: ActionFunctionArgs) =>
  context.mailWebhook === null ? notHere() : apiError(405, "method-not-allowed", "Events are posted here.");

const notHere = () => apiError(404, "not-found", "There is no such resource.");
