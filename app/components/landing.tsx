import { useTranslation } from "react-i18next";
import { DraftNote } from "./draft-note";
import { useLanguageAttributes } from "./in-language";
import { LatestUpdates } from "./latest-updates";
import { type PartnerCard, PartnerList } from "./partner-list";
import { SignatureCount } from "./signature-count";
import type { UpdateCardFacts } from "./update-card";
import { useLocale } from "./use-locale";

interface Text {
  locale: string;
  dir: "ltr" | "rtl";
  status: string;
  isStale: boolean;
}

interface Titled {
  title: string;
  body: string;
}

interface LandingText {
  hero: { headline: string; subheadline: string; primaryCta: string; secondaryCta: string };
  intro: string[];
  whyAi: { title: string; paragraphs: string[] };
  globalMajority: Titled;
  ask: { title: string; intro: string; items: string[] };
  routing: { us: Titled & { cta: string }; elsewhere: Titled & { cta: string } };
  principlesIntro: Titled;
  privacyPromise: { title: string; items: string[] };
  faq: { id: string; question: string; answer: string }[];
}

interface Props {
  campaign: { slug: string; goal: number; content: Text & { landing: LandingText | null } };
  principles: (Text & {
    slug: string;
    address: string;
    position: number;
    title: string;
    short: string;
    long: string;
  })[];
  updates: (UpdateCardFacts & Text)[];
  partners: PartnerCard[];
  count: number;
}

/** The campaign's front page: what is asked, why, by whom, and where to sign. */
export function Landing({ campaign, principles, updates, partners, count }: Props) {
  const { t, i18n } = useTranslation("landing");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const text = campaign.content.landing;
  if (!text) return null;
  const descriptions = partners.flatMap(({ description }) => description ?? []);
  const petitionUrl = `/${locale}/campaigns/${campaign.slug}`;
  const number = new Intl.NumberFormat(i18n.language, { minimumIntegerDigits: 1 });

  return (
    <div {...language(campaign.content)}>
      <section className="hero">
        <div className="hero__inner">
          <div className="hero__text">
            <h1>{text.hero.headline}</h1>
            <p className="lead">{text.hero.subheadline}</p>
            <p className="hero__actions">
              <a className="button button--large" href={`${petitionUrl}#sign`}>
                {text.hero.primaryCta}
              </a>
              <a className="button button--quiet button--large" href="#principles">
                {text.hero.secondaryCta}
              </a>
            </p>
          </div>
          <div className="hero__count">
            <Redaction />
            <SignatureCount count={count} goal={campaign.goal} />
          </div>
        </div>
      </section>

      <div className="page">
        <DraftNote texts={[campaign.content, ...principles, ...updates, ...descriptions]} />
        <section className="section section--split" aria-labelledby="ask-title">
          <div>
            <h2 id="ask-title">{text.ask.title}</h2>
            {text.intro.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <div className="ask">
            <p className="ask__intro">{text.ask.intro}</p>
            <ol className="ask__list">
              {text.ask.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          </div>
        </section>
      </div>

      <section className="band" id="principles" aria-labelledby="principles-title">
        <div className="page">
          <div className="section__head">
            <h2 id="principles-title">{text.principlesIntro.title}</h2>
            <p className="lead">{text.principlesIntro.body}</p>
          </div>
          <ol className="principles">
            {principles.map((principle) => (
              <li className="principle" key={principle.slug} id={principle.slug} {...language(principle)}>
                <span className="principle__number" aria-hidden="true">
                  {number.format(principle.position)}
                </span>
                <h3>{principle.title}</h3>
                <p>{principle.short}</p>
                <details>
                  <summary>
                    {t("principles.more")}
                    <span className="visually-hidden">: {principle.title}</span>
                  </summary>
                  <p>{principle.long}</p>
                  <p>
                    <a href={`/${locale}/principles/${principle.address}`}>
                      {t("principles.page")}
                      <span className="visually-hidden">: {principle.title}</span>
                    </a>
                  </p>
                </details>
              </li>
            ))}
          </ol>
        </div>
      </section>

      <div className="page">
        <section className="section section--split" aria-labelledby="why-title">
          <h2 id="why-title">{text.whyAi.title}</h2>
          <div>
            {text.whyAi.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <section className="quote" aria-labelledby="majority-title">
              <h3 id="majority-title">{text.globalMajority.title}</h3>
              <p>{text.globalMajority.body}</p>
            </section>
          </div>
        </section>

        <section className="section" aria-labelledby="next-title">
          <h2 id="next-title">{t("next.title")}</h2>
          <div className="cards cards--two">
            {[
              { key: "us", route: text.routing.us, href: `${petitionUrl}/lawmakers` },
              { key: "elsewhere", route: text.routing.elsewhere, href: `${petitionUrl}/take-action` },
            ].map(({ key, route, href }) => (
              <article className="card" key={key}>
                <h3>{route.title}</h3>
                <p>{route.body}</p>
                <p className="card__action">
                  <a href={href}>{route.cta}</a>
                </p>
              </article>
            ))}
          </div>
        </section>

        <LatestUpdates updates={updates} />
        <PartnerList partners={partners} />

        <section className="section section--split" aria-labelledby="faq-title">
          <h2 id="faq-title">{t("faq.title")}</h2>
          <div className="faq">
            {text.faq.map((item) => (
              <details key={item.id} id={item.id}>
                <summary>{item.question}</summary>
                <p>{item.answer}</p>
              </details>
            ))}
          </div>
        </section>
      </div>

      <section className="closing" aria-labelledby="closing-title">
        <div className="page closing__inner">
          <div>
            <h2 id="closing-title">{text.privacyPromise.title}</h2>
            <ul className="ticks">
              {text.privacyPromise.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
          <p className="closing__action">
            <a className="button button--large button--light" href={`${petitionUrl}#sign`}>
              {text.hero.primaryCta}
            </a>
          </p>
        </div>
      </section>
    </div>
  );
}

/** Lines of a text, some of them covered: the campaign in one picture. */
function Redaction() {
  const lines = [92, 64, 100, 78, 88, 46];
  const covered = new Map([
    [1, [30, 34]],
    [3, [0, 40]],
    [4, [52, 36]],
  ]);
  return (
    <svg className="redaction" viewBox="0 0 200 108" aria-hidden="true" focusable="false" preserveAspectRatio="none">
      {lines.map((width, line) => {
        const cover = covered.get(line);
        return (
          <g key={width}>
            <rect className="redaction__line" x="0" y={line * 18 + 4} width={width * 2} height="7" rx="3.5" />
            {cover && (
              <rect
                className="redaction__cover"
                x={(cover[0] ?? 0) * 2}
                y={line * 18}
                width={(cover[1] ?? 0) * 2}
                height="15"
                rx="2"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
