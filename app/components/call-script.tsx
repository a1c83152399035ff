import { useTranslation } from "react-i18next";
import type { CallScript as Script, ScriptStep } from "~/domain/lawmakers/call-script";
import { ScriptParts } from "./script-parts";

/** What to say, for each way that a call may go, in the language in which it is spoken. */
export function CallScript({ script }: { script: Script }) {
  const { t } = useTranslation("calls");
  const language = { lang: script.language, dir: "ltr" };
  return (
    <div className="script" data-script>
      <details open>
        <summary>{t("script.live")}</summary>
        <div {...language}>
          {script.steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </div>
      </details>
      {script.voicemail && (
        <details>
          <summary>{t("script.voicemail")}</summary>
          <p {...language}>
            <ScriptParts parts={script.voicemail} />
          </p>
        </details>
      )}
      {script.alreadySupports && (
        <details>
          <summary>{t("script.supports")}</summary>
          <p {...language}>
            <ScriptParts parts={script.alreadySupports} />
          </p>
        </details>
      )}
      {script.ifAsked.length > 0 && (
        <details>
          <summary>{t("script.asked")}</summary>
          <dl {...language}>
            {script.ifAsked.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function Step({ step }: { step: ScriptStep }) {
  const { t, i18n } = useTranslation("calls");
  if (step.kind === "say") {
    return (
      <p data-needs={step.needs ?? undefined}>
        <ScriptParts parts={step.parts} />
      </p>
    );
  }
  return (
    <div className="script__pick">
      <p className="muted" lang={i18n.language} dir="auto" data-pick-hint>
        {t("script.pick", { count: step.max })}
      </p>
      <ul>
        {step.options.map(({ id, parts }) => (
          <li key={id} data-option={id}>
            <ScriptParts parts={parts} />
          </li>
        ))}
      </ul>
    </div>
  );
}
