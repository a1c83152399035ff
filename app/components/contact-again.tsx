import { useTranslation } from "react-i18next";
import type { ToldChannel } from "~/domain/contacts/contact-outcomes";
import { TellOutcome } from "./tell-outcome";
import { useLocale } from "./use-locale";

interface Props {
  campaign: string;
  answer:
    | null
    | { problem: "missing"; office: string; channel: ToldChannel; requestKey: string; next: string }
    | { problem: "tooMany"; next: string };
}

/** Why a contact was not counted, and how to go on. */
export function ContactAgain({ campaign, answer }: Props) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  return (
    <div className="page page--narrow calls">
      {answer?.problem === "tooMany" ? (
        <TooMany next={answer.next} />
      ) : (
        <>
          <h1>{t("after")}</h1>
          {answer && <TellOutcome campaign={campaign} {...answer} isFaulty />}
          <p>
            <a href={`/${locale}/campaigns/${campaign}/lawmakers`}>{t("toOverview")}</a>
          </p>
        </>
      )}
    </div>
  );
}

/** More came from one network than is counted in an hour. It says so, and keeps the way open. */
export function TooMany({ next }: { next: string }) {
  const { t } = useTranslation("calls");
  return (
    <>
      <h1>{t("tooMany.title")}</h1>
      <p className="lead">{t("tooMany.body")}</p>
      <p>
        <a className="button" href={next}>
          {t("tooMany.next")}
        </a>
      </p>
    </>
  );
}
