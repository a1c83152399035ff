import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskTextPage } from "~/components/portal/desk/desk-text-page";
import { DomainError } from "~/domain/errors";
import { getDeskText } from "~/domain/translations/desk/desk-text.server";
import { type ItemName, readItemParam } from "~/domain/translations/desk/item-name";
import { discardDeskText, keepDeskText } from "~/domain/translations/desk/keep-desk-text.server";
import { readTexts } from "~/domain/translations/desk/read-texts";
import { type DeskStep, takeDeskStep } from "~/domain/translations/desk/take-desk-step.server";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { readNumber, readVersion, sendBackForm } from "~/http/portal/text-forms";
import { languageName } from "~/i18n/language-name";

export const handle = { islands: ["text-editor"] };

/** One text beside its original. Those of a campaign have an editor of their own. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n } = page;
  const name = addressed(page.params);
  const text = await getDeskText(ctx, actor, name);
  if (name.kind === "campaign" || name.kind === "petition") {
    throw redirect(`${base}/campaigns/${encodeURIComponent(name.key)}/texts/${name.locale}`, { status: 303 });
  }
  return {
    title: `${text.title} · ${languageName(name.locale, i18n.language)}`,
    isPrivate: true,
    base,
    text,
    done: url.searchParams.get("done"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  save: (page, form) => save(page, form),
  submit: (page, form) =>
    save(page, form, async (name, number) => {
      const { newest } = await getDeskText(page.ctx, page.actor, name);
      if (newest?.state !== "draft") return "nothing";
      return outcomeOf("submitted", await takeDeskStep(page.ctx, page.actor, { ...name, number }, { step: "submit" }));
    }),
  async autosave(page, form) {
    return { intent: "autosave", kept: (await keep(page, form, "auto")).outcome };
  },
  "keep-mine": (page, form) => save(page, form, undefined, "newest"),
  async discard(page) {
    await discardDeskText(page.ctx, page.actor, addressed(page.params));
    return back(page, "discarded");
  },
  approve: (page, form) => take(page, form, { step: "approve" }, "approved"),
  "approve-legally": (page, form) => take(page, form, { step: "approveLegally" }, "approved"),
  async "send-back"(page, form) {
    const read = readFields(sendBackForm, form);
    if (read.errors) return data({ intent: "send-back", errors: read.errors, values: read.values }, { status: 422 });
    return take(page, form, { step: "sendBack", reason: read.data.reason }, "sentBack");
  },
  publish: (page, form) => take(page, form, { step: "publish" }, "published"),
});

export default function Translation() {
  return <DeskTextPage {...useLoaderData<typeof loader>()} sent={useActionData()} />;
}

/** @throws {DomainError} notFound */
function addressed({ item, locale = "" }: PortalPage["params"]): ItemName & { locale: string } {
  const name = readItemParam(item);
  if (name === null) throw new DomainError("notFound");
  return { ...name, locale };
}

function back({ url }: PortalPage, done: string) {
  return redirect(`${url.pathname}?done=${done}`, { status: 303 });
}

/** @param from `newest`: over what somebody else saved meanwhile */
function keep(
  { ctx, actor, params }: PortalPage,
  form: FormData,
  how: "save" | "auto",
  from: "basedOn" | "newest" = "basedOn",
) {
  return keepDeskText(ctx, actor, addressed(params), {
    texts: readTexts(form),
    basedOn: readVersion(form.get(from)),
    sourceNumber: readNumber(form.get("source")),
    how,
  });
}

/** @param next what is done once the text is a whole draft */
async function save(
  page: PortalPage,
  form: FormData,
  next: (name: ItemName & { locale: string }, number: number) => Promise<string> = async () => "saved",
  from: "basedOn" | "newest" = "basedOn",
) {
  const kept = await keep(page, form, "save", from);
  switch (kept.outcome) {
    case "saved":
      return back(page, await next(addressed(page.params), kept.version.number));
    case "unfinished": {
      const faults = kept.faults.map(({ path, fault, detail }) => ({
        field: path === "" ? "" : `text.${path}`,
        fault,
        detail,
      }));
      return data({ intent: "save", faults }, { status: 422 });
    }
    case "conflict":
      return redirect(`${page.url.pathname}#conflict`, { status: 303 });
    case "noSource":
      return redirect(page.url.pathname, { status: 303 });
  }
}

async function take(page: PortalPage, form: FormData, step: DeskStep, done: string) {
  const number = readNumber(form.get("number"));
  const name = addressed(page.params);
  if (number === null) throw new DomainError("notFound");
  return back(page, outcomeOf(done, await takeDeskStep(page.ctx, page.actor, { ...name, number }, step)));
}

function outcomeOf(done: string, outcome: string): string {
  return outcome === "done" ? done : outcome;
}
