import { useTranslation } from "react-i18next";
import type { PrincipleAction } from "~/domain/principles/actions-on";
import type { LawOfPlace } from "~/domain/principles/law-of-place.server";
import { DraftNote } from "./draft-note";
import { useLanguageAttributes } from "./in-language";
import { PartnerActions } from "./partner-actions";
import { PlaceLaw } from "./place-law";
import type { PrincipleText } from "./principle-list";
import { isKeptPrinciple } from "./principle-words";
import { Regulator } from "./regulator";
import { UpdateCard, type UpdateCardFacts } from "./update-card";
import { useLocale } from "./use-locale";

interface Props {
  principle: PrincipleText;
  count: number;
  previous: PrincipleText | null;
  next: PrincipleText | null;
  law: LawOfPlace | null;
  actions: PrincipleAction[];
  campaignSlug: string;
  updates: (UpdateCardFacts & { status: string; isStale: boolean })[];
  countries: readonly { code: string; name: string }[];
}

/** One principle: its meaning, the law of the reader's place, what to do, and how this site keeps it. */
export function PrinciplePage({ principle, count, previous, next, law, actions, campaignSlug, ...rest }: Props) {
  const { t } = useTranslation("principles");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const { slug } = principle;
  const partnerTexts = actions.flatMap((action) => (action.kind === "partner_actions" ? action.items : []));
  const petition = `/${locale}/campaigns/${campaignSlug}`;
  return (
    <div className="page page--narrow article">
      <p className="card__meta">{t("number", { number: principle.position, count })}</p>
      <div {...language(principle)}>
        <h1>{principle.title}</h1>
        <p className="lead">{principle.short}</p>
      </div>
      <DraftNote texts={[principle, ...partnerTexts, ...rest.updates]} />
      <section aria-labelledby="meaning-title">
        <h2 id="meaning-title">{t("meaning")}</h2>
        <p {...language(principle)}>{principle.long}</p>
      </section>
      <PlaceLaw
        slug={slug}
        law={law}
        action={`/${locale}/principles/${principle.address}`}
        countries={rest.countries}
      />
      <section aria-labelledby="act-title">
        <h2 id="act-title">{t("act.title")}</h2>
        {isKeptPrinciple(slug) && <p>{t(`todo.${slug}`)}</p>}
        <p className="hero__actions">
          <a className="button" href={`${petition}#sign`}>
            {t("act.sign")}
          </a>
          <a className="button button--quiet" href={`${petition}/take-action${placeQuery(law)}`}>
            {t("act.more")}
          </a>
        </p>
      </section>
      {actions.map((action) =>
        action.kind === "regulator_complaint" ? (
          <Regulator key={action.kind} regulator={action} />
        ) : (
          <PartnerActions key={action.scope} scope={action.scope} items={action.items} />
        ),
      )}
      {isKeptPrinciple(slug) && (
        <section className="panel" aria-labelledby="kept-title">
          <h2 id="kept-title">{t("kept")}</h2>
          <p>{t(`keeps.${slug}`)}</p>
          <p className="muted">{t("keptProof")}</p>
        </section>
      )}
      {rest.updates.length > 0 && (
        <section aria-labelledby="updates-title">
          <h2 id="updates-title">{t("updates")}</h2>
          <div className="cards cards--two">
            {rest.updates.map((update) => (
              <UpdateCard key={update.slug} update={update} level="h3" />
            ))}
          </div>
        </section>
      )}
      <nav className="neighbours" aria-label={t("title")}>
        {previous && (
          <a href={`/${locale}/principles/${previous.address}`} rel="prev">
            <span className="muted">{t("previous")}</span> <span {...language(previous)}>{previous.title}</span>
          </a>
        )}
        {next && (
          <a href={`/${locale}/principles/${next.address}`} rel="next">
            <span className="muted">{t("next")}</span> <span {...language(next)}>{next.title}</span>
          </a>
        )}
        <a href={`/${locale}/principles`}>{t("all")}</a>
      </nav>
    </div>
  );
}

function placeQuery(law: LawOfPlace | null): string {
  if (law === null) return "";
  return `?country=${law.country}${law.state ? `&region=US-${law.state}` : ""}`;
}
