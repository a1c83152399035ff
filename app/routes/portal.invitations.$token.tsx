import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { useFieldErrors } from "~/components/portal/field-error";
import { DeedForm } from "~/components/portal/portal-form";
import { ownNameForm } from "~/domain/access/access-forms";
import { acceptInvitation, findInvitation } from "~/domain/access/invitations.server";
import { pageMeta } from "~/http/page-meta";
import { deviceName } from "~/http/portal/device-name";
import { forOpenPortal } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { sessionCookie } from "~/http/portal/session-cookie";
import { readForm } from "~/http/read-form.server";

/** Where the link of an invitation leads. */
export const loader = forOpenPortal(async ({ ctx, params, i18n }) => ({
  title: i18n.t("portal:invitation.title"),
  isPrivate: true,
  invitation: await findInvitation(ctx, params.token ?? ""),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = forOpenPortal(async ({ ctx, params, request, context, locale }) => {
  const token = params.token ?? "";
  const read = readFields(ownNameForm, await readForm(request));
  const invitation = await findInvitation(ctx, token);
  // Who signs in here already has a name.
  if (read.errors && invitation?.isKnown === false) return data(read, { status: 422 });
  const device = deviceName(request.headers.get("user-agent"));
  const outcome = await acceptInvitation(ctx, { token, name: read.data?.name ?? "", locale, device });
  if (outcome.outcome === "refused") return data({ data: null, errors: null, values: read.values }, { status: 410 });
  const cookie = sessionCookie(context.origin).set(outcome.token, outcome.expiresAt);
  throw redirect(`/portal/${outcome.organization}`, { status: 303, headers: { "Set-Cookie": cookie } });
});

export default function Invitation() {
  const { invitation } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("portal");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  if (invitation === null) {
    return (
      <div className="portal-narrow">
        <h1>{t("invitation.overTitle")}</h1>
        <p>{t("invitation.overBody")}</p>
      </div>
    );
  }
  return (
    <div className="portal-narrow">
      <h1>{t("invitation.title")}</h1>
      <p>{t("invitation.lead", { organization: invitation.organization })}</p>
      <dl>
        <dt>{t("invitation.address")}</dt>
        <dd>
          <bdi>{invitation.email}</bdi>
        </dd>
        <dt>{t("invitation.roles")}</dt>
        <dd>{invitation.roles.map((role) => t(`roles.${role}`)).join(", ")}</dd>
      </dl>
      <ErrorSummary errors={summary} />
      <DeedForm intent="accept">
        {!invitation.isKnown && (
          <TextField
            id="name"
            label={t("invitation.name")}
            hint={t("invitation.nameHint")}
            error={errorOf("name")}
            defaultValue={sent?.values.name}
            autoComplete="name"
            maxLength={240}
            dir="auto"
            required
          />
        )}
        <button type="submit" className="button button--large">
          {t("invitation.button")}
        </button>
      </DeedForm>
    </div>
  );
}
