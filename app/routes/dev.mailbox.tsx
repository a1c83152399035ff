import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answer, pageError } from "~/http/answer.server";
import { pageMeta } from "~/http/page-meta";
import { listLocalMails } from "~/services/local-mailer.server";

/** The demo's mailbox: what would have been sent. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  answer(context, async () => {
    if (!context.isDemo) throw pageError({ code: "pageNotFound" });
    const mails = await listLocalMails(context.ctx);
    const wanted = new URL(request.url).searchParams.get("id");
    const open = mails.find(({ id }) => id === wanted) ?? mails[0] ?? null;
    return {
      title: `${context.translator("en").t("site:mailbox.title")} · Privacy for All`,
      isPrivate: true,
      mails: mails.map(({ id, to, subject, createdAt }) => ({ id, to, subject, createdAt })),
      open: open && { id: open.id, subject: open.subject, to: open.to, from: open.from, text: open.text },
    };
  });

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Mailbox() {
  const { mails, open } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("site");
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "medium",
    calendar: "gregory",
  });
  return (
    <div className="page mailbox">
      <h1>{t("mailbox.title")}</h1>
      <p className="lead">{t("mailbox.body")}</p>
      {open === null ? (
        <p className="notice">{t("mailbox.empty")}</p>
      ) : (
        <div className="mailbox__columns">
          <ol className="mailbox__list">
            {mails.map((mail) => (
              <li key={mail.id}>
                <a href={`/dev/mailbox?id=${mail.id}`} aria-current={mail.id === open.id ? "true" : undefined}>
                  <strong dir="auto">{mail.subject}</strong>
                  <span className="muted">
                    <bdi>{mail.to}</bdi> ·{" "}
                    <time dateTime={mail.createdAt}>{time.format(new Date(mail.createdAt))}</time>
                  </span>
                </a>
              </li>
            ))}
          </ol>
          <article className="card">
            <h2 dir="auto">{open.subject}</h2>
            <iframe
              className="mailbox__frame"
              title={open.subject}
              src={`/dev/mailbox/${open.id}`}
              sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
            />
            <details>
              <summary>{t("mailbox.text")}</summary>
              <pre dir="auto">{open.text}</pre>
            </details>
          </article>
        </div>
      )}
    </div>
  );
}
