import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountPage } from "~/components/portal/account-page";
import { accountForm, passkeyIdForm, passkeyNameForm, sessionForm } from "~/domain/access/access-forms";
import { changeOwnAccount } from "~/domain/access/own-account.server";
import { addPasskey, listPasskeys, passkeyToAdd, removePasskey } from "~/domain/access/passkeys.server";
import { endOtherSessions, endSession, listSessions } from "~/domain/access/sessions.server";
import { pageMeta } from "~/http/page-meta";
import { forSignedIn, signedInDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";
import { relyingParty } from "~/http/portal/relying-party";

/** A person's own: name, language, passkeys, and the devices on which they are signed in. */
export const loader = forSignedIn(async ({ ctx, context, visitor, url, i18n, locale }) => ({
  title: i18n.t("portal:nav.account"),
  isPrivate: true,
  done: url.searchParams.get("done"),
  name: visitor.name,
  email: visitor.email,
  locale,
  sessions: await listSessions(ctx, visitor),
  passkeys: await listPasskeys(ctx, visitor.userId),
  passkeyOptions: await passkeyToAdd(ctx, relyingParty(context.origin), visitor),
}));

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const handle = { islands: ["passkey"] };

const back = (done: string) => redirect(`/portal/account?done=${done}`, { status: 303 });

export const action = signedInDeeds({
  async account({ ctx, visitor }, form) {
    const read = readFields(accountForm, form);
    if (read.errors) return data(read, { status: 422 });
    await changeOwnAccount(ctx, visitor.userId, read.data);
    return back("saved");
  },
  async passkey({ ctx, context, visitor }, form) {
    const read = readFields(passkeyNameForm, form);
    if (read.errors) return data(read, { status: 422 });
    const outcome = await addPasskey(ctx, relyingParty(context.origin), visitor, read.data);
    return back(outcome);
  },
  async removePasskey({ ctx, visitor }, form) {
    const read = readFields(passkeyIdForm, form);
    if (read.errors) return data(read, { status: 422 });
    await removePasskey(ctx, visitor, read.data.passkey);
    return back("removed");
  },
  async endSession({ ctx, visitor }, form) {
    const read = readFields(sessionForm, form);
    if (read.errors) return data(read, { status: 422 });
    await endSession(ctx, visitor.userId, read.data.session);
    return back("ended");
  },
  async endOthers({ ctx, visitor }) {
    await endOtherSessions(ctx, visitor.userId, visitor.sessionId);
    return back("ended");
  },
});

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} sent={useActionData()} />;
}
