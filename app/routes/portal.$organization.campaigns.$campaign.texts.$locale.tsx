import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TextsPage } from "~/components/portal/texts/texts-page";
import { editList, type ListEdit, readListEdit } from "~/domain/workshop/edit-list";
import { faultField, type TextFault } from "~/domain/workshop/fault-field";
import { discardUnfinished, type KeptTexts, keepTexts, type TextsInput } from "~/domain/workshop/keep-texts.server";
import { mustAsk } from "~/domain/workshop/own-campaign.server";
import { hasBrackets } from "~/domain/workshop/publication-plan.server";
import { publishLanguage } from "~/domain/workshop/publish-language.server";
import { getTextEditor } from "~/domain/workshop/text-editor.server";
import { fieldSpecs, type TextKind, textKinds } from "~/domain/workshop/text-shape";
import { type TextStep, takeTextStep } from "~/domain/workshop/text-steps.server";
import { readTypedTexts, type TypedTexts } from "~/domain/workshop/typed-texts";
import { pageError } from "~/http/answer.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { readNumber, readVersion, sendBackForm } from "~/http/portal/text-forms";
import { languageName } from "~/i18n/language-name";

export const handle = { islands: ["text-editor"] };

/** Everything that a campaign says in one language, to write, translate, review and see. */
export const loader = forPortal(async ({ ctx, actor, base, params, url, i18n }) => {
  const { slug, locale } = addressed(params);
  const { campaign, ...editor } = await getTextEditor(ctx, actor, slug, locale);
  return {
    title: i18n.t("portal-texts:editor.pageTitle", {
      campaign: slug,
      language: languageName(locale, i18n.language),
    }),
    isPrivate: true,
    base,
    editor: { ...editor, campaign: { slug: campaign.slug, status: campaign.status } },
    sourceLocale: editor.locales[0] ?? campaign.defaultLocale,
    mustAsk: mustAsk(actor, campaign),
    hasBrackets: [...editor.typed.texts.values(), ...[...editor.typed.lists.values()].flat()].some(hasBrackets),
    done: url.searchParams.get("done"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  save: (page, form) => save(page, form),
  async submit(page, form) {
    return save(page, form, async () => {
      const { slug, locale } = addressed(page.params);
      const { texts } = await getTextEditor(page.ctx, page.actor, slug, locale);
      const drafts = textKinds.filter((kind) => texts[kind].newest?.state === "draft");
      if (drafts.length === 0) return "nothing";
      const numbers = Object.fromEntries(drafts.map((kind) => [kind, texts[kind].newest?.number]));
      return outcomeOf(
        "submitted",
        await takeTextStep(page.ctx, page.actor, slug, { locale, numbers }, { step: "submit" }),
      );
    });
  },
  async list(page, form) {
    const edit = readListEdit(String(form.get("list") ?? ""));
    if (edit === null) throw pageError({ code: "badRequest" });
    const focus = await changeList(page, form, edit);
    return redirect(`${page.url.pathname}#${focus}`, { status: 303 });
  },
  async autosave(page, form) {
    const { kept } = await keep(page, form, "auto");
    return { intent: "autosave", kept: worstOf(kept) };
  },
  async "keep-mine"(page, form) {
    return save(page, form, undefined, "newest");
  },
  async discard(page) {
    const { slug, locale } = addressed(page.params);
    await discardUnfinished(page.ctx, page.actor, slug, locale);
    return back(page, "discarded");
  },
  approve: (page, form) => take(page, form, { step: "approve" }, "approved"),
  async "send-back"(page, form) {
    const read = readFields(sendBackForm, form);
    if (read.errors) return data({ intent: "send-back", errors: read.errors, values: read.values }, { status: 422 });
    return take(page, form, { step: "sendBack", reason: read.data.reason }, "sentBack");
  },
  async publish(page) {
    const { slug, locale } = addressed(page.params);
    const outcome = await publishLanguage(page.ctx, page.actor, slug, locale);
    const words = { done: "published", mustAsk: "approval", partnerPaused: "paused" } as const;
    return back(
      page,
      outcome === "done" || outcome === "mustAsk" || outcome === "partnerPaused" ? words[outcome] : outcome,
    );
  },
});

export default function Texts() {
  return <TextsPage {...useLoaderData<typeof loader>()} sent={useActionData()} />;
}

function addressed({ campaign = "", locale = "" }: PortalPage["params"]) {
  return { slug: campaign, locale };
}

function back({ url }: PortalPage, done: string) {
  return redirect(`${url.pathname}?done=${done}`, { status: 303 });
}

interface Kept {
  typed: TypedTexts;
  kept: KeptTexts;
}

/** @param from `newest`: over what somebody else saved meanwhile */
async function keep(
  { ctx, actor, params }: PortalPage,
  form: FormData,
  how: TextsInput["how"],
  { from = "basedOn", edit }: { from?: "basedOn" | "newest"; edit?: (typed: TypedTexts) => TypedTexts } = {},
): Promise<Kept> {
  const { slug, locale } = addressed(params);
  const of = <T,>(read: (kind: TextKind) => T): Record<TextKind, T> => ({
    petition: read("petition"),
    campaign: read("campaign"),
  });
  const { typed: saved } = await getTextEditor(ctx, actor, slug, locale);
  const sent = inOneLine(readTypedTexts(form, saved.hasLanding));
  const typed = edit ? edit(sent) : sent;
  const kept = await keepTexts(ctx, actor, slug, {
    locale,
    typed,
    basedOn: of((kind) => readVersion(form.get(`${from}.${kind}`))),
    sourceNumber: of((kind) => readNumber(form.get(`source.${kind}`))),
    how,
  });
  return { typed, kept };
}

/** A title is one line, however the field that showed it was broken. */
function inOneLine(typed: TypedTexts): TypedTexts {
  const texts = new Map(typed.texts);
  for (const { name, type } of fieldSpecs) {
    const text = texts.get(name);
    if (type === "line" && text !== undefined) texts.set(name, text.replaceAll(/\s*\n\s*/g, " "));
  }
  return { ...typed, texts };
}

/** @param next what is done once both texts are whole drafts */
async function save(
  page: PortalPage,
  form: FormData,
  next: () => Promise<string> = async () => "saved",
  from: "basedOn" | "newest" = "basedOn",
) {
  const { typed, kept } = await keep(page, form, "save", { from });
  const faults = textKinds.flatMap((kind): TextFault[] => {
    const one = kept[kind];
    return one.outcome === "unfinished" ? one.faults.map((fault) => faultField(typed, kind, fault)) : [];
  });
  if (faults.length > 0) return data({ intent: "save", faults }, { status: 422 });
  const worst = worstOf(kept);
  if (worst === "saved") return back(page, await next());
  // The page itself shows both versions, or what there is to translate from.
  return redirect(`${page.url.pathname}${worst === "conflict" ? "#conflict" : ""}`, { status: 303 });
}

/** @returns where the writer goes on */
async function changeList(page: PortalPage, form: FormData, edit: ListEdit): Promise<string> {
  let focus: string = edit.list;
  await keep(page, form, "unfinished", {
    edit: (typed) => {
      const edited = editList(typed, edit);
      focus = edited.focus;
      return edited.typed;
    },
  });
  return focus;
}

async function take(page: PortalPage, form: FormData, step: TextStep, done: string) {
  const { slug, locale } = addressed(page.params);
  const numbers = Object.fromEntries(
    textKinds.flatMap((kind) => {
      const number = readNumber(form.get(`number.${kind}`));
      return number === null ? [] : [[kind, number]];
    }),
  );
  return back(page, outcomeOf(done, await takeTextStep(page.ctx, page.actor, slug, { locale, numbers }, step)));
}

function outcomeOf(done: string, outcome: string): string {
  return outcome === "done" ? done : outcome;
}

/** Of both texts, what the writer must hear first. */
function worstOf(kept: KeptTexts): KeptTexts["petition"]["outcome"] {
  const outcomes = textKinds.map((kind) => kept[kind].outcome);
  return (["conflict", "noSource", "unfinished"] as const).find((one) => outcomes.includes(one)) ?? "saved";
}
