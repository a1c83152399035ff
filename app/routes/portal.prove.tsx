import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProvePage } from "~/components/portal/prove-page";
import { codeForm } from "~/domain/access/access-forms";
import { listPasskeys, passkeyToUse, proveByPasskey } from "~/domain/access/passkeys.server";
import { requestSignIn } from "~/domain/access/request-sign-in.server";
import { signInByCode } from "~/domain/access/sign-in.server";
import { pageMeta } from "~/http/page-meta";
import { deviceName } from "~/http/portal/device-name";
import { forSignedIn, type SignedInPage, safeNext, signedInDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { relyingParty } from "~/http/portal/relying-party";

/** Asks for a fresh proof before a grave step. */
export const loader = forSignedIn(async ({ ctx, context, visitor, url, i18n }) => ({
  passkeyOptions:
    (await listPasskeys(ctx, visitor.userId)).length > 0
      ? await passkeyToUse(ctx, relyingParty(context.origin), "prove", visitor.userId)
      : null,
  title: i18n.t("portal:prove.title"),
  isPrivate: true,
  next: safeNext(url.searchParams.get("next")),
  /** The link of the mail was pressed, perhaps on another device. */
  isProven: url.searchParams.get("proven") === "1",
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["passkey"] };

export const action = signedInDeeds({
  async passkey({ ctx, context, visitor, url }: SignedInPage, form: FormData) {
    const response = String(form.get("response") ?? "");
    const outcome = await proveByPasskey(ctx, relyingParty(context.origin), visitor, response);
    if (outcome === "refused") return data({ request: null, errors: null }, { status: 422 });
    return redirect(safeNext(url.searchParams.get("next")), { status: 303 });
  },
  async mail({ ctx, visitor, locale }: SignedInPage) {
    const request = await requestSignIn(ctx, { email: visitor.email, locale, sessionId: visitor.sessionId });
    return { request, errors: null };
  },
  async code({ ctx, visitor, request, url }: SignedInPage, form: FormData) {
    const read = readFields(codeForm, form);
    const again = (errors: Record<string, string>) =>
      data({ request: read.values.request ?? "", errors }, { status: 422 });
    if (read.errors) return again(read.errors);
    const { request: requestId, code } = read.data;
    const device = deviceName(request.headers.get("user-agent"));
    const outcome = await signInByCode(ctx, { requestId, code, device, sessionId: visitor.sessionId });
    if (outcome.outcome !== "proven") return again({ code: "codeFaulty" });
    return redirect(safeNext(url.searchParams.get("next")), { status: 303 });
  },
});

export default function Prove() {
  return <ProvePage {...useLoaderData<typeof loader>()} sent={useActionData()} />;
}
