import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Deliver } from "~/components/deliver";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getLetterTexts } from "~/domain/campaigns/get-letter-texts.server";
import { deliverForm, officeMessageOf } from "~/domain/deliveries/deliver-page";
import {
  type DeliveryFormErrors,
  type DeliveryFormValues,
  faultsOfForm,
  officesOfForm,
  readDeliveryForm,
  settleForm,
} from "~/domain/deliveries/delivery-form";
import { cwcOfficeCode } from "~/domain/deliveries/office-code";
import { isOwnConstituent } from "~/domain/deliveries/own-constituent";
import { requestDelivery } from "~/domain/deliveries/request-delivery.server";
import { DELIVERED_DAYS, DELIVERY_LINK_DAYS } from "~/domain/deliveries/retention";
import { schemaFaults } from "~/domain/deliveries/schema-faults";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { knownTown } from "~/domain/lawmakers/known-town";
import type { Lawmaker } from "~/domain/lawmakers/lawmaker";
import { readWhere, whereQuery } from "~/domain/lawmakers/where-you-live";
import { pageError } from "~/http/answer.server";
import { expectDelivery, offeredByName, offeredByPlace } from "~/http/offered-offices.server";
import { pageMeta } from "~/http/page-meta";
import { forPage, type PageRequest } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

const privatePage = { "Cache-Control": "no-store" };

/** The form by which somebody has a message handed to offices that take it through Communicating with Congress. */
export const loader = forPage(async (page) => {
  await expectDelivery(page.context);
  const { url, i18n, context } = page;
  const where = readWhere(url.searchParams);
  const campaign = await getCampaign(context.ctx, page.params.campaign ?? "", page.locale);
  const named = url.searchParams.getAll("office");
  const offered = offeredByPlace(context, where);
  const chosen = named.length === 0 ? offered : offered.filter(({ bioguide }) => named.includes(bioguide));
  const states = chosen.map(({ state }) => state);
  const town = knownTown(context.facts.current(), where, states, context.ctx.now());
  return data(
    {
      title: `${i18n.t("deliver:title")} · ${campaign.content.name}`,
      isPrivate: true,
      campaign: { slug: campaign.slug },
      where: whereQuery(where).toString(),
      isAsked: url.searchParams.has("asked"),
      isMailLate: context.switches.current()?.isOn("mail-paused") ?? false,
      linkDays: DELIVERY_LINK_DAYS,
      days: DELIVERED_DAYS,
      form: deliverForm(chosen, await letterOf(page, campaign.id), null, town),
      requestKey: context.ctx.newId(),
    },
    { headers: privatePage },
  );
});

/** Takes over what was written on the page before, or what is to be handed over. Nothing is kept of a faulty form. */
export const action = forPage(async (page) => {
  await expectDelivery(page.context);
  const { context, request, url, locale } = page;
  const campaign = await getCampaign(context.ctx, page.params.campaign ?? "", locale);
  const form = await readForm(request);
  const lawmakers = offeredByName(context, officesOfForm(form));
  if (lawmakers.length === 0) throw pageError({ code: "badRequest" });
  const letter = await letterOf(page, campaign.id);
  const typed = readDeliveryForm(
    form,
    lawmakers.map(({ bioguide }) => bioguide),
  );
  const show = (values: DeliveryFormValues, errors: DeliveryFormErrors | null, status: number) =>
    data({ form: deliverForm(lawmakers, letter, values), errors }, { status, headers: privatePage });

  if (form.get("intent") !== "send") return show(settleForm(takeOver(typed, form.get("name"))), null, 200);
  const requestKey = z.uuid().safeParse(form.get("requestKey"));
  if (!requestKey.success) throw pageError({ code: "badRequest" });

  const values = settleForm(typed);
  const chosen = lawmakers.filter(({ bioguide }) => values.messages[bioguide]?.skip === false);
  const { congress, errors } = checkForm(page, values, lawmakers, chosen);
  if (errors !== null) return show(typed, errors, 422);

  const { ctx, networks, address, cwc } = context;
  const constituent = { ...values.person, state: chosen[0]?.state ?? "" };
  const messages = chosen.map((lawmaker) => ({ lawmaker, message: officeMessageOf(letter, lawmaker, values) }));
  const faults = messages.map(({ lawmaker, message }) => {
    const office = {
      bioguide: lawmaker.bioguide,
      officeCode: cwcOfficeCode(lawmaker) ?? "",
      campaignId: campaign.id,
    };
    return cwc === null ? {} : schemaFaults(ctx, cwc.profile, office, constituent, message);
  });
  const found: DeliveryFormErrors = Object.assign({}, ...faults);
  if (Object.keys(found).length > 0) return show(typed, found, 422);

  const outcome = await requestDelivery(ctx, {
    campaignId: campaign.id,
    congress,
    locale,
    requestKey: requestKey.data,
    networkHash: await networks.hashOf(campaign.id, address),
    wantsFollowUp: values.wantsFollowUp,
    constituent,
    messages,
  });
  if (outcome === "tooMany") return show(typed, { offices: "tooMany" }, 429);
  const query = whereQuery(readWhere(url.searchParams));
  query.set("asked", "1");
  return redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers/deliver?${query}`, 303);
});

async function letterOf({ context: { ctx } }: PageRequest, campaignId: string) {
  return (await getLetterTexts(ctx, campaignId))?.en ?? null;
}

/** A name typed in one piece: the last word is the last name, until its owner says otherwise. */
function takeOver(typed: DeliveryFormValues, name: unknown): DeliveryFormValues {
  const words = typeof name === "string" ? name.trim().slice(0, 200).split(/\s+/) : [];
  if (typed.person.firstName !== "" || words.length === 0) return typed;
  const lastName = words.length > 1 ? (words.at(-1) ?? "") : "";
  const firstName = words.slice(0, Math.max(1, words.length - 1)).join(" ");
  return { ...typed, person: { ...typed.person, firstName, lastName } };
}

function checkForm(
  { context: { ctx, facts } }: PageRequest,
  values: DeliveryFormValues,
  lawmakers: readonly Lawmaker[],
  chosen: readonly Lawmaker[],
): { congress: number; errors: DeliveryFormErrors | null } {
  const errors = faultsOfForm(values, lawmakers);
  const at = factsInForce(facts.current(), ctx.now());
  if (at.status !== "inForce") throw pageError({ code: "factsExpired" });
  const { zip } = values.person;
  const isAtHome = chosen.every((lawmaker) => isOwnConstituent(at.facts, lawmaker, { state: lawmaker.state, zip }));
  const congress = at.facts.origin.congress;
  if (isAtHome || errors?.zip) return { congress, errors };
  return { congress, errors: { ...errors, zip: "zipElsewhere" } };
}

export const headers: HeadersFunction = () => privatePage;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function DeliverPage() {
  const shown = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Deliver
      {...shown}
      isAsked={shown.isAsked && !answered}
      form={answered?.form ?? shown.form}
      errors={answered?.errors ?? null}
    />
  );
}
