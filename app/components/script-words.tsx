import { useTranslation } from "react-i18next";
import type { CallScript } from "~/domain/lawmakers/call-script";

/** Fields whose words a script puts into the text on this device. Without one they stay hidden: there is no form to send. */
export function ScriptWords({ script }: { script: CallScript }) {
  const { t } = useTranslation("calls");
  const picks = script.steps.flatMap((step) => (step.kind === "pick" ? [step] : []));
  return (
    <div className="script-words" data-script-words hidden>
      <p className="muted">{t("words.note")}</p>
      <div className="script-words__fields">
        <div className="field">
          <label htmlFor="words-name">{t("words.name")}</label>
          <input id="words-name" data-fills="name" autoComplete="name" maxLength={80} />
        </div>
        <div className="field">
          <label htmlFor="words-city">{t("words.city")}</label>
          <input id="words-city" data-fills="city" autoComplete="address-level2" maxLength={80} />
        </div>
      </div>
      <div className="field">
        <label htmlFor="words-reason">{t("words.reason")}</label>
        <textarea id="words-reason" data-fills="reason" rows={2} maxLength={280} autoComplete="off" dir="auto" />
      </div>
      {picks.map((pick) => (
        <fieldset key={pick.id} data-most={pick.max}>
          <legend>{t("words.pick", { count: pick.max })}</legend>
          {pick.options.map(({ id, parts }) => (
            <label className="check" key={id}>
              <input type="checkbox" data-picks={id} />
              <span lang={script.language} dir="ltr">
                {parts.map(({ text }) => text).join("")}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
