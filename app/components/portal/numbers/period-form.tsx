import { addDays } from "~/domain/numbers/days";
import { comparisons, grains, type PeriodChoice, type TypedPeriod, usualLengths } from "~/domain/numbers/period";
import { ErrorSummary } from "../../error-summary";
import { FieldTexts, fieldAttributes, TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { useNumberWords } from "./use-number-words";

export interface PeriodFormProps {
  choice: PeriodChoice;
  typed: TypedPeriod;
  errors: Record<string, string> | null;
  /** The day it is. */
  today: string;
}

/** Chooses the period and what it is compared with. It only asks: the choice stands in the address. */
export function PeriodForm({ choice, typed, errors, today }: PeriodFormProps) {
  const { t, period } = useNumberWords();
  const { errorOf, summary } = useFieldErrors(errors);
  const links = usualLengths.map((days) => ({
    days,
    query: new URLSearchParams({
      from: addDays(today, 1 - days),
      to: today,
      with: typed.with === "other" ? "before" : typed.with,
    }),
  }));
  const isShown = (query: URLSearchParams) => query.get("from") === typed.from && query.get("to") === typed.to;
  return (
    <section className="period-form" aria-labelledby="period-title">
      <h2 id="period-title" className="visually-hidden">
        {t("period.title")}
      </h2>
      <ErrorSummary errors={summary} />
      <ul className="period-form__usual">
        {links.map(({ days, query }) => (
          <li key={days}>
            <a href={`?${query}`} aria-current={isShown(query) ? "true" : undefined}>
              {t("period.last", { count: days })}
            </a>
          </li>
        ))}
      </ul>
      <p className="period-form__choice">
        {choice.compared === null
          ? period(choice.period)
          : t("period.compared", { period: period(choice.period), before: period(choice.compared) })}
      </p>
      <details open={errors !== null}>
        <summary>{t("period.change")}</summary>
        <form method="get" noValidate>
          <TextField id="from" type="date" label={t("period.from")} error={errorOf("from")} defaultValue={typed.from} />
          <TextField id="to" type="date" label={t("period.to")} error={errorOf("to")} defaultValue={typed.to} />
          <div className="field">
            <FieldTexts id="with" label={t("period.with")} />
            <select name="with" {...fieldAttributes({ id: "with" })} defaultValue={typed.with}>
              {comparisons.map((one) => (
                <option key={one} value={one}>
                  {t(`period.withOptions.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <TextField
            id="other"
            type="date"
            label={t("period.other")}
            error={errorOf("other")}
            defaultValue={typed.other}
          />
          <div className="field">
            <FieldTexts id="by" label={t("period.by")} />
            <select name="by" {...fieldAttributes({ id: "by" })} defaultValue={typed.by}>
              {(["auto", ...grains] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`period.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button button--small">
            {t("period.show")}
          </button>
        </form>
        <p className="visually-muted">{t("period.utc")}</p>
      </details>
    </section>
  );
}
