import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createCountsSource } from "~/domain/counting/counts-source.server";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { createPageViews } from "~/domain/numbers/page-views.server";
import { createConfirmingDesk } from "~/domain/signatures/confirm-together.server";
import { createSigningDesk, type TakeSignForm } from "~/domain/signatures/take-sign-form.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { TooBusyError } from "~/domain/together";
import { createFrontHandler } from "~/http/front-handler.server";
import { createPageCache } from "~/http/page-cache.server";
import { readBody } from "~/http/read-body.server";
import { refusalInFront } from "~/http/refused-in-front.server";
import { listShown } from "../domain/public-signatures/showing";
import { listConsents, listSignatures, mailedLink, openPetition } from "../domain/signatures/signing";
import { type TestContext, withContext } from "../support/database";

const signUrl = "/en/campaigns/privacy-for-all";
const behind = 299;

/** What stands in front, before a site that only tells what reached it. */
async function withFront(
  ctx: TestContext,
  story: (front: { origin: string; port: number; reached: string[]; logged: string[] }) => Promise<void>,
  overrides: { takeSignForm?: TakeSignForm } = {},
) {
  const reached: string[] = [];
  const logged: string[] = [];
  const note = (event: string) => void logged.push(event);
  const switches = createSwitchesSource(ctx);
  const app = {
    takeSignForm: createSigningDesk(ctx, switches),
    confirmByToken: createConfirmingDesk(ctx, () => ({ state: null, district: null })),
    counts: createCountsSource(ctx),
    facts: createFactsSource(ctx.db),
    ctx,
    switches,
    views: createPageViews(ctx, { switches }),
    origin: () => "https://privacy.example",
    log: { debug: note, info: note, warn: note, error: note },
    ...overrides,
  };
  const pages = createPageCache({ headers: {}, render: async () => new Response("", { status: 302 }) });
  const site = async (incoming: IncomingMessage, response: import("node:http").ServerResponse) => {
    const body = await readBody(incoming);
    reached.push(refusalInFront(incoming) ?? body?.toString() ?? "too long");
    response.writeHead(behind).end();
  };
  const front = createFrontHandler({
    app,
    pages,
    headers: { "referrer-policy": "origin" },
    trustsProxy: () => false,
    site,
  });
  const server = createServer(front).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    await story({ origin: `http://127.0.0.1:${port}`, port, reached, logged });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const post = (url: string, body: RequestInit["body"], headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body: body ?? null, headers, redirect: "manual" });
const form = (fields: Record<string, string> = {}) =>
  new URLSearchParams({ name: "Ada Lovelace", email: "ada@example.org", country: "KE", ...fields });

test(
  "an honest form is taken in front, whatever way its kind is written",
  withContext(async (ctx) => {
    await withFront(ctx, async ({ origin, reached }) => {
      for (const type of [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded;charset=UTF-8",
        "Application/X-WWW-Form-Urlencoded ; charset=utf-8",
      ]) {
        const answer = await post(origin + signUrl, form().toString(), { "content-type": type });
        expect(answer.status, type).toBe(303);
        expect(answer.headers.get("location")).toBe(`${signUrl}/check-inbox`);
        expect(answer.headers.get("cache-control")).toBe("no-store");
      }
      expect(reached).toEqual([]);
      expect(await listSignatures(ctx)).toHaveLength(1);
    });
  }),
);

test(
  "all that is not plain is handed over whole",
  withContext(async (ctx) => {
    await withFront(ctx, async ({ origin, reached }) => {
      const faulty = form({ email: "nobody" }).toString();
      const plain = { "content-type": "application/x-www-form-urlencoded" };
      const handedOver: [string, string, Record<string, string>][] = [
        [signUrl, faulty, plain],
        [`${signUrl}?x`, form().toString(), plain],
        [`${signUrl}/`, form().toString(), plain],
        ["/xx/campaigns/privacy-for-all", form().toString(), plain],
        [signUrl, form().toString(), { "content-type": "application/x-www-form-urlencoded-not" }],
        [signUrl, form().toString(), { "content-type": "text/plain" }],
        [signUrl, form().toString(), { ...plain, origin: "https://evil.example" }],
        [signUrl, "\0%ff&&=", plain],
      ];
      for (const [url, body, headers] of handedOver) {
        expect((await post(origin + url, body, headers)).status, url).toBe(behind);
        expect(reached.at(-1)).toBe(body);
      }
      expect((await post(origin + signUrl, `x=${"x".repeat(65_536)}`, plain)).status).toBe(behind);
      expect(reached.at(-1)).toBe("too long");
      expect(await listSignatures(ctx)).toEqual([]);
    });
  }),
);

test(
  "what a signer chooses to show is taken in front with the same press; a comment that is too long is handed over whole",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    await withFront(ctx, async ({ origin, reached }) => {
      const link = `${origin}/es/confirm/${token}`;
      const long = new URLSearchParams({ intent: "confirm", publicName: "yes", comment: "x".repeat(501) });
      expect((await post(link, long)).status).toBe(behind);
      expect(reached).toEqual([long.toString()]);
      expect(await listSignatures(ctx)).toMatchObject([{ state: "pending" }]);

      const choice = new URLSearchParams({ intent: "confirm", publicName: "yes", comment: "Escuchen <b>\u202e" });
      expect((await post(link, choice, { "sec-gpc": "1" })).status).toBe(303);
      expect(reached).toHaveLength(1);
      const [shown] = await listShown(ctx);
      expect(shown).toMatchObject({ showsName: true, commentState: "waiting" });
      expect(ctx.vault.open("signature.comment", shown?.commentSealed ?? "")).toBe("Escuchen <b>");
      const said = (await listConsents(ctx)).filter(({ source }) => source === "confirm_page");
      expect(said.map(({ purpose, gpc, locale }) => [purpose, gpc, locale])).toEqual([
        ["public_comment", true, "es"],
        ["public_name", true, "es"],
      ]);
    });
  }),
);

test(
  "the button of the page confirms in front; to renew, to withdraw and a dead link are handed over",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    await withFront(ctx, async ({ origin, reached }) => {
      const link = `${origin}/en/confirm/${token}`;
      for (const intent of ["renew", "withdraw", "other", ""]) {
        expect((await post(link, new URLSearchParams({ intent }))).status).toBe(behind);
      }
      expect((await post(`${origin}/en/confirm/${"x".repeat(43)}`, new URLSearchParams())).status).toBe(behind);
      expect(reached).toHaveLength(5);
      expect(await listSignatures(ctx)).toMatchObject([{ state: "pending" }]);

      for (const body of [new URLSearchParams({ intent: "confirm" }), new URLSearchParams()]) {
        const answer = await post(link, body);
        expect(answer.status).toBe(303);
        expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
        expect(answer.headers.get("location")).toBe(`${signUrl}/take-action?country=KE&confirmed=1`);
      }
      expect(reached).toHaveLength(5);
    });
  }),
);

test(
  "who comes while too many wait is shown why, without the work being done once more",
  withContext(async (ctx) => {
    const takeSignForm = () => Promise.reject(new TooBusyError());
    await withFront(
      ctx,
      async ({ origin, reached, logged }) => {
        await post(origin + signUrl, form());
        expect(reached).toEqual(["tooBusy"]);
        expect(logged).toEqual(["refused in front"]);
      },
      { takeSignForm },
    );
  }),
);

test(
  "a connection that broke is tried again behind, a fault is logged, and one that comes late is not repeated",
  withContext(async (ctx) => {
    const away = Object.assign(new Error("closed"), { code: "CONNECTION_CLOSED" });
    const failures = [() => Promise.reject(away), () => Promise.reject(new Error("a fault"))];
    const slowly = () => sleep(1_100).then(() => Promise.reject(away));
    let next = 0;
    await withFront(
      ctx,
      async ({ origin, reached, logged }) => {
        await post(origin + signUrl, form());
        await post(origin + signUrl, form());
        expect(reached).toEqual([form().toString(), form().toString()]);
        expect(logged).toEqual(["fault in front"]);
        await post(origin + signUrl, form());
        expect(reached.at(-1)).toBe("databaseAway");
      },
      { takeSignForm: () => (failures[next++] ?? slowly)() },
    );
  }),
);

test(
  "who leaves in the middle of a form is no fault and reaches nothing",
  withContext(async (ctx) => {
    await withFront(ctx, async ({ port, origin, reached, logged }) => {
      const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": "500" };
      const sent = request({ host: "127.0.0.1", port, method: "POST", path: signUrl, headers });
      sent.on("error", () => undefined);
      sent.write("name=Ada&email=ada");
      await sleep(50);
      sent.destroy();
      await sleep(50);
      expect((await post(origin + signUrl, form({ email: "next@example.org" }))).status).toBe(303);
      expect(reached).toEqual([]);
      expect(logged).toEqual([]);
      expect(await listSignatures(ctx)).toHaveLength(1);
    });
  }),
);
