import type { PortalActor } from "~/domain/access/portal-actor";
import type { Context } from "~/domain/context";
import { createMailing } from "~/domain/mailings/save-mailing.server";

/** A draft of an organization. */
export interface MailingThings {
  draft: string;
}

/** Puts a draft into an organization. */
export async function prepareMailing(ctx: Context, owner: PortalActor): Promise<MailingThings> {
  const draft = await createMailing(ctx, owner, {
    key: ctx.newId(),
    name: "April",
    campaign: null,
    source: "en",
    postalAddress: "",
    subject: "News",
    body: "The committee will meet.",
  });
  return { draft };
}
