import { useTranslation } from "react-i18next";
import { useLanguageAttributes } from "./in-language";
import { useLocale } from "./use-locale";

export interface UpdateCardFacts {
  slug: string;
  type: "news" | "explainer" | "research" | "guide" | "partner_story" | "policy_brief" | "event";
  isSample: boolean;
  publishedAt: Date;
  title: string;
  dek: string;
  locale: string;
  dir: "ltr" | "rtl";
}

/** An article in a list. */
export function UpdateCard({ update, level }: { update: UpdateCardFacts; level: "h2" | "h3" }) {
  const { t, i18n } = useTranslation("updates");
  const { t: site } = useTranslation("site");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const Heading = level;
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  return (
    <article className="card">
      <p className="card__meta">
        {t(`types.${update.type}`)} ·{" "}
        <time dateTime={update.publishedAt.toISOString().slice(0, 10)}>{date.format(update.publishedAt)}</time>{" "}
        {update.isSample && <span className="tag">{site("sample.tag")}</span>}
      </p>
      <Heading className="card__title" {...language(update)}>
        <a href={`/${locale}/updates/${update.slug}`}>{update.title}</a>
      </Heading>
      <p {...language(update)}>{update.dek}</p>
    </article>
  );
}
