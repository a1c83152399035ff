import { useTranslation } from "react-i18next";
import type { AnswerRate as Rate } from "~/domain/follow-ups/follow-up-rules";

/** How many of those who told us had an answer of an office; nothing while too few have. */
export function AnswerRate({ rate }: { rate: Rate | null | undefined }) {
  const { t } = useTranslation("deliver");
  return rate ? <p className="answer-rate">{t("rate", { count: rate.told, answered: rate.answered })}</p> : null;
}
