import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DeedForm } from "~/components/portal/portal-form";
import { isSignInOpen, signInByLink } from "~/domain/access/sign-in.server";
import { pageMeta } from "~/http/page-meta";
import { deviceName } from "~/http/portal/device-name";
import { forOpenPortal } from "~/http/portal/portal-page.server";
import { sessionCookie } from "~/http/portal/session-cookie";

/** Where a mailed link leads. Looking signs nobody in, because mail programs look too. */
export const loader = forOpenPortal(async ({ ctx, params, i18n }) => ({
  title: i18n.t("portal:signIn.linkTitle"),
  isPrivate: true,
  isOpen: await isSignInOpen(ctx, params.token ?? ""),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export const action = forOpenPortal(async ({ ctx, params, request, context, url }) => {
  const outcome = await signInByLink(ctx, params.token ?? "", deviceName(request.headers.get("user-agent")));
  if (outcome.outcome === "refused") return { refused: true };
  const headers = new Headers();
  if (outcome.outcome === "signedIn") {
    headers.set("Set-Cookie", sessionCookie(context.origin).set(outcome.token, outcome.expiresAt));
  }
  throw redirect(outcome.outcome === "proven" ? "/portal/prove?proven=1" : new URL("/portal", url).pathname, {
    status: 303,
    headers,
  });
});

export default function SignInByLink() {
  const { isOpen } = useLoaderData<typeof loader>();
  const { t } = useTranslation("portal");
  if (!isOpen) {
    return (
      <div className="portal-narrow">
        <h1>{t("signIn.overTitle")}</h1>
        <p>{t("signIn.overBody")}</p>
        <p>
          <a className="button" href="/portal/sign-in">
            {t("signIn.again")}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="portal-narrow">
      <h1>{t("signIn.linkTitle")}</h1>
      <p>{t("signIn.linkBody")}</p>
      <DeedForm intent="sign-in">
        <button type="submit" className="button button--large">
          {t("signIn.linkButton")}
        </button>
      </DeedForm>
    </div>
  );
}
