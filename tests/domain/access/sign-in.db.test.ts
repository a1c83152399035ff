import { expect, test } from "vitest";
import { makeOwner } from "~/domain/access/make-owner.server";
import { requestSignIn } from "~/domain/access/request-sign-in.server";
import { endSession, findVisitor, listSessions } from "~/domain/access/sessions.server";
import { isSignInOpen, issueSignIn, signInByCode, signInByLink } from "~/domain/access/sign-in.server";
import type { Context } from "~/domain/context";
import { outbox } from "~db/schema/outbox";
import { withContext } from "../../support/database";
import { member } from "./people";

const MINUTE_MS = 60_000;
const wish = { email: "Wanjiru@example.org", locale: "en", sessionId: null };
const mailOf = async (ctx: Context) => {
  const requestId = await requestSignIn(ctx, wish);
  const mail = await issueSignIn(ctx, requestId);
  if (mail === null) throw new Error("No mail was written.");
  return { requestId, ...mail };
};

test(
  "a mailed link signs in once, in half an hour, and looking at it changes nothing",
  withContext(async (ctx) => {
    await member(ctx, "wanjiru@example.org", ["owner"]);
    const { token } = await mailOf(ctx);
    expect(await isSignInOpen(ctx, token)).toBe(true);
    expect(await isSignInOpen(ctx, token)).toBe(true);
    const signedIn = await signInByLink(ctx, token, "Firefox · Linux");
    if (signedIn.outcome !== "signedIn") throw new Error(signedIn.outcome);
    expect(await findVisitor(ctx, signedIn.token)).toMatchObject({
      email: "wanjiru@example.org",
      memberships: [{ slug: "host" }],
    });
    expect(await signInByLink(ctx, token, "x")).toEqual({ outcome: "refused" });

    const late = await mailOf(ctx);
    ctx.clock.advance(31 * MINUTE_MS);
    expect(await isSignInOpen(ctx, late.token)).toBe(false);
    expect(await signInByLink(ctx, late.token, "x")).toEqual({ outcome: "refused" });
  }),
);

test(
  "an unknown address is asked and answered alike, and nothing is written to it",
  withContext(async (ctx) => {
    const known = await requestSignIn(ctx, wish);
    await member(ctx, "wanjiru@example.org", ["owner"]);
    const jobs = async () =>
      (await ctx.db.select({ name: outbox.name }).from(outbox)).filter(({ name }) => name === "email-sign-in");
    const before = (await jobs()).length;
    const unknown = await requestSignIn(ctx, { ...wish, email: "nobody@example.org" });
    expect((await jobs()).length).toBe(before + 1);
    expect([known, unknown].every((id) => /^[\da-f-]{36}$/.test(id))).toBe(true);
    expect(await issueSignIn(ctx, unknown)).toBeNull();
  }),
);

test(
  "a code is good for five guesses",
  withContext(async (ctx) => {
    await member(ctx, "wanjiru@example.org", ["owner"]);
    const { requestId, code } = await mailOf(ctx);
    const guess = (typed: string) => signInByCode(ctx, { requestId, code: typed, device: "x", sessionId: null });
    const wrong = code === "000000" ? "111111" : "000000";
    for (let at = 0; at < 4; at++) expect(await guess(wrong)).toEqual({ outcome: "refused" });
    expect((await guess(`${code.slice(0, 3)} ${code.slice(3)}`)).outcome).toBe("signedIn");

    const next = await mailOf(ctx);
    for (let at = 0; at < 5; at++) {
      await signInByCode(ctx, { requestId: next.requestId, code: wrong, device: "x", sessionId: null });
    }
    const right = { requestId: next.requestId, code: next.code, device: "x", sessionId: null };
    expect(await signInByCode(ctx, right)).toEqual({ outcome: "refused" });
  }),
);

test(
  "an address gets five mails in an hour, however often somebody asks",
  withContext(async (ctx) => {
    await member(ctx, "wanjiru@example.org", ["owner"]);
    for (let at = 0; at < 9; at++) await requestSignIn(ctx, wish);
    const rows = await ctx.db.select({ name: outbox.name }).from(outbox);
    expect(rows.filter(({ name }) => name === "email-sign-in")).toHaveLength(5);
  }),
);

test(
  "a session ends where its owner says so, after a week without use, and after a month",
  withContext(async (ctx) => {
    await member(ctx, "wanjiru@example.org", ["owner"]);
    const signIn = async () => {
      const outcome = await signInByLink(ctx, (await mailOf(ctx)).token, "Firefox · Linux");
      if (outcome.outcome !== "signedIn") throw new Error(outcome.outcome);
      return outcome.token;
    };
    const [first, second] = [await signIn(), await signIn()];
    const visitor = await findVisitor(ctx, first);
    if (visitor === null) throw new Error("Nobody is signed in.");
    expect(await listSessions(ctx, visitor)).toMatchObject([{ isThis: true }, { isThis: false }]);
    await endSession(ctx, visitor.userId, visitor.sessionId);
    expect(await findVisitor(ctx, first)).toBeNull();

    const stranger = await member(ctx, "mallory@example.org", ["owner"]);
    const other = await findVisitor(ctx, second);
    await expect(endSession(ctx, stranger.userId, other?.sessionId ?? "")).rejects.toMatchObject({ code: "notFound" });
    ctx.clock.advance(6 * 24 * 60 * MINUTE_MS);
    expect(await findVisitor(ctx, second)).not.toBeNull();
    ctx.clock.advance(8 * 24 * 60 * MINUTE_MS);
    expect(await findVisitor(ctx, second)).toBeNull();
  }),
);

test(
  "a command makes the first owner, once, and its link signs in",
  withContext(async (ctx) => {
    await makeOwner(ctx, "Ada@example.org", "en");
    const token = await makeOwner(ctx, "ada@example.org", "en");
    const outcome = await signInByLink(ctx, token, "x");
    if (outcome.outcome !== "signedIn") throw new Error(outcome.outcome);
    expect(await findVisitor(ctx, outcome.token)).toMatchObject({
      email: "Ada@example.org",
      memberships: [{ slug: "host", roles: ["owner"] }],
    });
  }),
);
