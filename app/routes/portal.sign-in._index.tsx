import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInPage } from "~/components/portal/sign-in-page";
import { codeForm, signInForm } from "~/domain/access/access-forms";
import { passkeyToUse, signInByPasskey } from "~/domain/access/passkeys.server";
import { requestSignIn } from "~/domain/access/request-sign-in.server";
import { SIGN_IN_REQUESTS_PER_HOUR } from "~/domain/access/retention";
import { signInByCode } from "~/domain/access/sign-in.server";
import { pageMeta } from "~/http/page-meta";
import { deviceName } from "~/http/portal/device-name";
import { forOpenPortal, type OpenPortalPage, safeNext } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { relyingParty } from "~/http/portal/relying-party";
import { sessionCookie } from "~/http/portal/session-cookie";
import { readForm } from "~/http/read-form.server";

/** Asks for an address, or, once that was sent, for the code of the mail. */
export const loader = forOpenPortal(async ({ ctx, url, i18n, context }) => {
  const next = safeNext(url.searchParams.get("next"));
  if ((await context.portal.visitor()) !== null) throw redirect(next, { status: 303 });
  const passkeyOptions = await passkeyToUse(ctx, relyingParty(context.origin), "sign-in");
  return { title: i18n.t("portal:signIn.title"), isPrivate: true, next, passkeyOptions };
});

export const handle = { islands: ["passkey"] };

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

/** Sends a mail to sign in, or takes its code. What it answers to an address does not depend on whose it is. */
export const action = forOpenPortal(async (page) => {
  const form = await readForm(page.request);
  switch (form.get("intent")) {
    case "code":
      return byCode(page, form);
    case "passkey":
      return byPasskey(page, form);
    default:
      return askForMail(page, form);
  }
});

async function byPasskey(page: OpenPortalPage, form: FormData) {
  const { ctx, context, request } = page;
  const device = deviceName(request.headers.get("user-agent"));
  const response = String(form.get("response") ?? "");
  const outcome = await signInByPasskey(ctx, relyingParty(context.origin), { response, device });
  if (outcome.outcome === "refused") {
    return data({ step: "passkey" as const, values: {}, errors: null }, { status: 422 });
  }
  return signedIn(page, outcome);
}

/** Keeps the session on the device and goes on to where the person wanted to go. */
function signedIn({ context, url }: OpenPortalPage, { token, expiresAt }: { token: string; expiresAt: Date }): never {
  const cookie = sessionCookie(context.origin).set(token, expiresAt);
  throw redirect(safeNext(url.searchParams.get("next")), { status: 303, headers: { "Set-Cookie": cookie } });
}

async function askForMail({ ctx, context, locale }: OpenPortalPage, form: FormData) {
  const read = readFields(signInForm, form);
  if (read.errors) return data({ step: "address" as const, ...read }, { status: 422 });
  if (!context.networkLimit.takes("sign-in", SIGN_IN_REQUESTS_PER_HOUR, context.address)) {
    return data({ step: "tooOften" as const, values: read.values, errors: null }, { status: 429 });
  }
  const request = await requestSignIn(ctx, { email: read.data.email, locale, sessionId: null });
  return { step: "code" as const, request, values: { email: read.data.email }, errors: null };
}

async function byCode(page: OpenPortalPage, form: FormData) {
  const { ctx, request } = page;
  const read = readFields(codeForm, form);
  const asked = String(form.get("request") ?? "");
  const again = (errors: Record<string, string>) =>
    data({ step: "code" as const, request: asked, values: read.values, errors }, { status: 422 });
  if (read.errors) return again(read.errors);
  const device = deviceName(request.headers.get("user-agent"));
  const { request: requestId, code } = read.data;
  const outcome = await signInByCode(ctx, { requestId, code, device, sessionId: null });
  if (outcome.outcome !== "signedIn") return again({ code: "codeFaulty" });
  return signedIn(page, outcome);
}

export default function SignIn() {
  const { next, passkeyOptions } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <SignInPage next={next} passkeyOptions={passkeyOptions} sent={sent ?? null} />;
}
