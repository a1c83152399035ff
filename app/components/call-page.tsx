import { useTranslation } from "react-i18next";
import type { CallScreen, CallView } from "~/domain/contacts/call-view";
import type { ScriptLanguage } from "~/domain/lawmakers/call-script";
import { CallFinished } from "./call-finished";
import { CallScript } from "./call-script";
import { PhoneLink } from "./phone-link";
import { RecordedNote } from "./recorded-note";
import { ScriptWords } from "./script-words";
import { partyKey } from "./seat-links";
import type { ShareText } from "./share-action";
import { TellOutcome } from "./tell-outcome";
import { useLocale } from "./use-locale";

export interface CallPageProps {
  campaign: { slug: string };
  view: CallView;
  /** The query that leads to the same place, with what was done so far. */
  query: string;
  /** Languages in which the campaign has a script. */
  languages: readonly ScriptLanguage[];
  language: ScriptLanguage;
  /** A machine drafted the script in this language, and nobody has reviewed it yet. */
  isDraft: boolean;
  requestKey: string;
  recorded: string | null;
  share: ShareText;
}

/** Calling the offices one after the other: one screen for each, and one at the end. */
export function CallPage(props: CallPageProps) {
  const { view, recorded } = props;
  return (
    <div className="page page--medium calls">
      <RecordedNote recorded={recorded} />
      {view.screen ? <OneOffice {...props} screen={view.screen} /> : <CallFinished {...props} />}
    </div>
  );
}

function OneOffice({
  campaign,
  view,
  screen,
  query,
  languages,
  language,
  isDraft,
  requestKey,
}: CallPageProps & { screen: CallScreen }) {
  const { t } = useTranslation("calls");
  const { t: words, i18n } = useTranslation("lawmakers");
  const base = `/${useLocale()}/campaigns/${campaign.slug}/lawmakers`;
  const number = new Intl.NumberFormat(i18n.language);
  const { office, member, numbers, script } = screen;
  const [first, ...others] = numbers;
  const said = language === "en" ? "" : `&say=${language}`;
  const next = screen.next === null ? `call?${query}&finished=1` : `call?${query}${said}&office=${screen.next}`;

  return (
    <>
      <p className="step">{t("step", { position: screen.position, count: view.offices.length })}</p>
      <h1>{member ? <bdi lang="en">{member.name}</bdi> : words("vacant.title")}</h1>
      <p className="muted">
        {member && `${words(`titles.${member.title}`)} · ${words(`party.${partyKey(member.party)}`)} · `}
        <bdi lang="en">{screen.stateName}</bdi>
        {screen.district !== null &&
          screen.district > 0 &&
          ` · ${words("district", { number: number.format(screen.district) })}`}
      </p>
      {member && !member.isVoting && <p className="muted">{words("nonVoting")}</p>}
      {!member && <p className="notice">{t("vacant")}</p>}

      {first && (
        <p className="call-now">
          <PhoneLink number={first.number} className="button button--large" />
          <span className="muted">{t(first.isSwitchboard ? "switchboard" : "washington")}</span>
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t("otherNumbers", { count: others.length })}</summary>
          <ul className="plain">
            {others.map((one) => (
              <li key={one.number}>
                <bdi lang="en">{one.city}</bdi> <PhoneLink number={one.number} />
              </li>
            ))}
          </ul>
        </details>
      )}

      <section aria-labelledby="before-title">
        <h2 id="before-title">{t("before.title")}</h2>
        <ul>
          {(["staff", "town", "voicemail"] as const).map((hint) => (
            <li key={hint}>{t(`before.${hint}`)}</li>
          ))}
        </ul>
      </section>

      {script && (
        <section aria-labelledby="script-title">
          <h2 id="script-title">{t("script.title")}</h2>
          {languages.length > 1 && (
            <p className="script-languages">
              {t("script.language")}{" "}
              {languages.map((one) => (
                <a
                  key={one}
                  href={`?${query}&office=${office}${one === "en" ? "" : `&say=${one}`}`}
                  aria-current={one === language ? "true" : undefined}
                >
                  {t(`languages.${one}`)}
                </a>
              ))}
            </p>
          )}
          {isDraft && <p className="draft-note">{t("script.draft")}</p>}
          <ScriptWords script={script} />
          <CallScript script={script} />
        </section>
      )}

      <section className="panel" aria-labelledby="outcome-title">
        <h2 id="outcome-title">{t("after")}</h2>
        <TellOutcome campaign={campaign.slug} office={office} channel="phone" requestKey={requestKey} next={next} />
      </section>
      <ul className="call-ways">
        <li>
          <a href={`${base}/${next}`}>{t("skip")}</a>
        </li>
        <li>
          <a href={`${base}/report?${query}&office=${office}`}>{t(member ? "wrongNumber" : "wrongOffice")}</a>
        </li>
        <li>
          <a href={`${base}?${query}`}>{t("toOverview")}</a>
        </li>
      </ul>
      <Offices view={view} base={base} query={query} said={said} current={office} />
    </>
  );
}

interface OfficesProps {
  view: CallView;
  base: string;
  query: string;
  said: string;
  current: string;
}

function Offices({ view, base, query, said, current }: OfficesProps) {
  const { t } = useTranslation("calls");
  const { t: words } = useTranslation("lawmakers");
  return (
    <nav className="call-offices" aria-labelledby="offices-title">
      <h2 id="offices-title">{t("reached", { reached: view.reached, count: view.offices.length })}</h2>
      <ol>
        {view.offices.map(({ office, name, isReached }) => (
          <li key={office}>
            <a
              href={`${base}/call?${query}${said}&office=${office}`}
              aria-current={office === current ? "step" : undefined}
            >
              {name ? <bdi lang="en">{name}</bdi> : words("vacant.title")}
            </a>{" "}
            <span className="muted">{t(isReached ? "states.called" : "states.open")}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
