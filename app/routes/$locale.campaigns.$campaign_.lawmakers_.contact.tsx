import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContactAgain } from "~/components/contact-again";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { stateOfOutcome } from "~/domain/contacts/contact-outcomes";
import { CONTACTS_PER_HOUR } from "~/domain/contacts/limits";
import { contactForm, contactTarget, recordContact } from "~/domain/contacts/record-contact.server";
import { DomainError } from "~/domain/errors";
import { findOffice } from "~/domain/lawmakers/find-office";
import { pageError } from "~/http/answer.server";
import { afterContact, flowPagePath, readFlowPage } from "~/http/flow-page";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** Without a form there is nothing to see here but the way to the offices. */
export const loader = forPage(async ({ context: { ctx }, params, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  return { title: `${i18n.t("calls:after")} · ${campaign.content.name}`, isPrivate: true, campaign: campaign.slug };
});

/** Records how a contact with an office went, names nobody, and leads on. */
export const action = forPage(async ({ context, request, params, locale }) => {
  const { ctx, facts, address, networkLimit } = context;
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const fields = Object.fromEntries(await readForm(request));
  const target = contactTarget.safeParse(fields);
  const next = readFlowPage(typeof fields.next === "string" ? fields.next : "");
  if (!target.success || next === null) throw pageError({ code: "badRequest" });
  const office = findOffice(facts.current(), target.data.office, ctx.now());
  if (!office) throw new DomainError("lawmakerNotFound");

  const base = `/${locale}/campaigns/${campaign.slug}`;
  const form = contactForm.safeParse(fields);
  if (!form.success) {
    return data({ problem: "missing" as const, ...target.data, next: String(fields.next) }, { status: 422 });
  }
  if (!networkLimit.takes("contact", CONTACTS_PER_HOUR, address)) {
    return data({ problem: "tooMany" as const, next: flowPagePath(base, next) }, { status: 429 });
  }
  await recordContact(ctx, campaign.id, office, form.data, locale);
  const state = stateOfOutcome(form.data.channel, form.data.outcome);
  return redirect(flowPagePath(base, afterContact(next, { ...form.data, state: state ?? "prepared" })), 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function ContactPage() {
  return <ContactAgain {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
