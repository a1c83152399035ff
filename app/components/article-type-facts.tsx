import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import { dayFormat } from "~/i18n/day-format";
import type { ArticleText } from "./article";
import { useLocale } from "./use-locale";

type Props = { update: Pick<ArticleText, "facts" | "partner" | "isExpired"> };

/** What an article of its type states beside its words: for whom, where and until when it holds, whose story it is. */
export function ArticleTypeFacts({ update: { facts, partner, isExpired } }: Props) {
  const { t, i18n } = useTranslation("updates");
  const locale = useLocale();
  const day = dayFormat(i18n.language, "UTC");
  const { expiresAt, readingLevel, reviewDue, jurisdictions = [], peopleShown, pdfUrl, review } = facts;
  const places = jurisdictions.map((code) => countryName(code, i18n.language));
  const rows = [
    ...(readingLevel ? [{ name: t("facts.audience"), value: t(`facts.audiences.${readingLevel}`) }] : []),
    ...(places.length > 0
      ? [{ name: t("facts.jurisdictions"), value: new Intl.ListFormat(i18n.language).format(places) }]
      : []),
    ...(partner
      ? [
          {
            name: t("facts.partner"),
            value: (
              <a href={partner.website} rel="noreferrer">
                <bdi>{partner.name}</bdi>
              </a>
            ),
          },
        ]
      : []),
    ...(expiresAt && !isExpired ? [{ name: t("facts.expires"), value: dayOf(expiresAt, day) }] : []),
    ...(reviewDue ? [{ name: t("facts.reviewDue"), value: dayOf(reviewDue, day) }] : []),
  ];
  return (
    <>
      {expiresAt && isExpired && (
        <p className="draft-note">{t("facts.expired", { date: day.format(new Date(expiresAt)) })}</p>
      )}
      {rows.length > 0 && (
        <dl className="facts">
          {rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {peopleShown && <p>{t(`facts.people.${peopleShown}`)}</p>}
      {review?.previousReview && (
        <p>
          <a href={`/${locale}/updates/${review.previousReview}`}>{t("facts.earlierReview")}</a>
        </p>
      )}
      {pdfUrl && (
        <p>
          <a href={pdfUrl} rel="noreferrer">
            {t("facts.pdf")}
          </a>
        </p>
      )}
    </>
  );
}

function dayOf(moment: string, day: Intl.DateTimeFormat) {
  return <time dateTime={moment}>{day.format(new Date(moment))}</time>;
}
