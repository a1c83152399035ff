import { useTranslation } from "react-i18next";
import { channelsDone, type DoneContact } from "~/domain/contacts/flow-progress";
import type { Choices } from "~/domain/lawmakers/compose/choices";
import type { ComposerFault } from "~/domain/lawmakers/compose/composer-form";
import type { WrittenLetter } from "~/domain/lawmakers/compose/write-letters";
import type { WritingDesk } from "~/domain/lawmakers/compose/writing-desk.server";
import { ComposerForm, type PrincipleChoice } from "./composer-form";
import { DeliverLetters } from "./deliver-letters";
import { FollowUpForm } from "./follow-up-form";
import { OfficeLetter } from "./office-letter";
import { PaperPanel } from "./paper-panel";
import { useLocale } from "./use-locale";

interface Props extends WritingDesk {
  campaign: { slug: string };
  /** What is known of where the person lives, as a query. */
  query: string;
  /** What was done in this visit. */
  done: DoneContact[];
  principles: PrincipleChoice[];
  choices: Choices;
  letters: WrittenLetter[];
  faults: ComposerFault[];
  /** An office of these takes messages through Communicating with Congress. */
  isDeliveryOffered: boolean;
}

/** Somebody's own words, the letters made of them, and the ways to send each. */
export function WriteFlow({
  campaign,
  query,
  done,
  texts,
  offices,
  needsSeat,
  principles,
  choices,
  letters,
  faults,
  isDeliveryOffered,
}: Props) {
  const { t } = useTranslation("write");
  const base = `/${useLocale()}/campaigns/${campaign.slug}/lawmakers`;
  const inLanguage = texts[choices.language] ?? texts.en;

  return (
    <div className="page page--medium write">
      <p className="step">
        <a href={`${base}?${query}`}>{t("back")}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("intro")}</p>
      <p className="notice notice--good">{t("privacy")}</p>

      <ComposerForm
        action={`${base}/write?${query}`}
        texts={texts}
        recipients={offices.map(({ recipient }) => recipient)}
        principles={principles}
        choices={choices}
        faults={faults}
      />

      <section className="offices" aria-labelledby="letters">
        <div>
          <h2 id="letters" tabIndex={-1}>
            {t("letters")}
          </h2>
          <p className="muted">{t("lettersHint")}</p>
          <p className="notice" data-no-script="">
            {t("noScript")}
          </p>
        </div>
        {offices.map((office) => (
          <OfficeLetter
            key={office.recipient.office}
            office={office}
            letter={letters.find((letter) => letter.office === office.recipient.office)}
            texts={inLanguage}
            choices={choices}
            campaign={campaign.slug}
            base={base}
            query={query}
            done={channelsDone(done, office.recipient.office)}
          />
        ))}
      </section>
      {needsSeat && (
        <p className="notice">
          {t("houseUnknown.body")} <a href={`${base}?${query}`}>{t("houseUnknown.link")}</a>
        </p>
      )}
      <DeliverLetters base={base} query={query} isOffered={isDeliveryOffered} />
      <PaperPanel base={base} query={query} />
      <FollowUpForm campaign={campaign} offices={[...new Set(done.map(({ office }) => office))]} />
    </div>
  );
}
