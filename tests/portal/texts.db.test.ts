import { expect, test } from "vitest";
import { z } from "zod";
import * as preview from "~/routes/portal.$organization.campaigns.$campaign.preview.$locale";
import * as editor from "~/routes/portal.$organization.campaigns.$campaign.texts.$locale";
import { type TestContext, withContext } from "../support/database";
import { loadContext } from "./load-context";
import { type Person, type Scene, setScene } from "./scene";

const answered = z.object({
  data: z.unknown(),
  init: z.object({ status: z.number().optional(), headers: z.unknown().optional() }),
});

interface Asked {
  ctx: TestContext;
  scene: Scene;
  person: Person;
  locale: string;
}

function argsOf({ ctx, scene, person, locale }: Asked, page: "texts" | "preview", fields?: Record<string, string>) {
  const params = { organization: person.slug, campaign: scene.texts.campaign, locale };
  const address = `https://privacy.example/portal/${person.slug}/campaigns/${scene.texts.campaign}/${page}/${locale}`;
  const body = fields && new URLSearchParams(fields);
  const request = body ? new Request(address, { method: "POST", body }) : new Request(address);
  return { request, params, context: loadContext(ctx, person.visitor) };
}

/** What the form holds as the page shows it. */
async function formOf(asked: Asked): Promise<Record<string, string>> {
  const { editor: shown } = await editor.loader(argsOf(asked, "texts"));
  const { typed, texts } = shown;
  const fields = new Map<string, string>(typed.texts);
  for (const [name, list] of typed.lists) list.forEach((text, index) => void fields.set(`${name}.${index}`, text));
  for (const kind of ["petition", "campaign"] as const) {
    const { basedOn, sourceNumber } = texts[kind];
    fields.set(`basedOn.${kind}`, basedOn ? `${basedOn.number} ${basedOn.sha256}` : "");
    fields.set(`source.${kind}`, String(sourceNumber ?? ""));
  }
  return Object.fromEntries(fields);
}

test(
  "a fault is told beside its field, and what was typed stays on the page",
  withContext(async (ctx) => {
    const scene = await setScene(ctx);
    const asked = { ctx, scene, person: scene.members.translator, locale: "sw" };
    const fields = { ...(await formOf(asked)), intent: "save", "petition.share.message": "Without a link" };
    const answer = answered.parse(await editor.action(argsOf(asked, "texts", fields)));
    expect(answer.init.status).toBe(422);
    expect(answer.data).toEqual({
      intent: "save",
      faults: [{ field: "petition.share.message", fault: "placeholders", detail: "{{url}}" }],
    });
    const again = await formOf(asked);
    expect(again["petition.share.message"]).toBe("Without a link");
  }),
);

test(
  "lists are changed without script, and the writer goes on where they were",
  withContext(async (ctx) => {
    const scene = await setScene(ctx);
    const asked = { ctx, scene, person: scene.members.editor, locale: "en" };
    const fields = { ...(await formOf(asked)), intent: "list", list: "add:petition.demands" };
    const answer = await editor.action(argsOf(asked, "texts", fields));
    expect(answer).toBeInstanceOf(Response);
    expect(answer instanceof Response && answer.headers.get("location")).toMatch(/#petition\.demands\.1$/);
    expect((await formOf(asked))["petition.demands.1"]).toBe("");
  }),
);

test(
  "what is kept by itself says what became of it, and is seen in the preview at once",
  withContext(async (ctx) => {
    const scene = await setScene(ctx);
    const asked = { ctx, scene, person: scene.members.editor, locale: "en" };
    const fields = { ...(await formOf(asked)), intent: "autosave", "petition.title": "Another title" };
    expect(await editor.action(argsOf(asked, "texts", fields))).toEqual({ intent: "autosave", kept: "saved" });
    const empty = { ...(await formOf(asked)), intent: "autosave", "petition.summary": "" };
    expect(await editor.action(argsOf(asked, "texts", empty))).toEqual({ intent: "autosave", kept: "unfinished" });

    const shown = answered.parse(await preview.loader(argsOf(asked, "preview")));
    expect(shown.data).toMatchObject({ campaign: { petitionContent: { title: "Another title", summary: "…" } } });
    const headers = new Headers(z.record(z.string(), z.string()).parse(shown.init.headers));
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(headers.get("content-security-policy")).toMatch(/sandbox allow-same-origin$/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-robots-tag")).toContain("noindex");
  }),
);
