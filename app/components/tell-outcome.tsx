import { useTranslation } from "react-i18next";
import { outcomesInOrder, type ToldChannel } from "~/domain/contacts/contact-outcomes";
import { ReadOnlyNotice } from "./read-only-notice";
import { useLocale } from "./use-locale";

interface Props {
  campaign: string;
  /** A Bioguide id, or the seat (`CA-14`) where it is vacant. */
  office: string;
  channel: ToldChannel;
  /** Random, made with the page: the same press twice is one contact. */
  requestKey: string;
  /** The page of the flow that follows, as `readFlowPage` reads it: `call?zip=94110&office=P000145`. */
  next: string;
  /** Nothing was chosen when it was sent. */
  isFaulty?: boolean;
}

/** Asks how a contact with an office went. Nothing is chosen beforehand, and nobody is named with it. */
export function TellOutcome({ campaign, office, channel, requestKey, next, isFaulty = false }: Props) {
  const { t } = useTranslation("calls");
  const locale = useLocale();
  const id = `outcome-${office}-${channel}`;
  return (
    <form className="tell-outcome" method="post" action={`/${locale}/campaigns/${campaign}/lawmakers/contact`}>
      <ReadOnlyNotice />
      <input type="hidden" name="office" value={office} />
      <input type="hidden" name="channel" value={channel} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="next" value={next} />
      <fieldset
        className={isFaulty ? "field--faulty" : undefined}
        aria-describedby={isFaulty ? `${id}-error` : undefined}
      >
        <legend>{t(`tell.${channel}`)}</legend>
        {isFaulty && (
          <p className="field__error" id={`${id}-error`} role="alert">
            {t("tell.missing")}
          </p>
        )}
        {outcomesInOrder[channel].map((outcome) => (
          <label className="check" key={outcome}>
            <input type="radio" name="outcome" value={outcome} required />
            <span>{t(`outcomes.${outcome}`)}</span>
          </label>
        ))}
      </fieldset>
      <button className="button" type="submit">
        {t(channel === "phone" ? "tell.next" : "tell.button")}
      </button>
      <p className="muted">{t("tell.note")}</p>
    </form>
  );
}
