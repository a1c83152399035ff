import { useTranslation } from "react-i18next";
import type { ContactChannel } from "~/domain/contacts/contact-outcomes";
import type { Choices } from "~/domain/lawmakers/compose/choices";
import type { LetterTexts } from "~/domain/lawmakers/compose/compose-letter";
import { fitOf, roomFor } from "~/domain/lawmakers/compose/message-length";
import type { OfficeToWrite } from "~/domain/lawmakers/compose/offices-to-write";
import type { WrittenLetter } from "~/domain/lawmakers/compose/write-letters";
import { COMPOSER } from "./composer-form";
import { CopyField } from "./copy-field";
import { DoneList } from "./done-list";
import { MessageLength } from "./message-length";
import { OfficeWays } from "./office-ways";

interface Props {
  office: OfficeToWrite;
  letter: WrittenLetter | undefined;
  texts: LetterTexts;
  choices: Choices;
  campaign: string;
  base: string;
  query: string;
  done: readonly ContactChannel[];
}

/** The letter to one office, open to every change, and the ways to send it. */
export function OfficeLetter({ office, letter, texts, choices, campaign, base, query, done }: Props) {
  const { t } = useTranslation(["write", "lawmakers"]);
  if (!letter) return null;
  const { recipient, title } = office;
  const id = recipient.office;
  const room = roomFor(texts, recipient);

  return (
    <article className="card write__office" id={`office-${id}`} aria-labelledby={`${id}-name`} data-office={id}>
      <header className="lawmaker__head">
        <p className="card__meta">{title ? t(`lawmakers:titles.${title}`) : t("letter.vacantTitle")}</p>
        <h3 id={`${id}-name`}>
          <bdi lang="en">{recipient.member?.name ?? recipient.addresses[0]?.lines[0]}</bdi>
        </h3>
      </header>
      <DoneList channels={done} />
      <div className="notice" hidden={!letter.isKept} data-kept="" role="status">
        <p>
          {t("letter.kept")} <span className="muted">{t("letter.againNote")}</span>
        </p>
        <label className="check" data-no-script="">
          <input type="checkbox" name="again" value={id} form={COMPOSER} />
          <span>{t("letter.again")}</span>
        </label>
        <button className="button button--quiet button--small" type="button" data-again="" hidden>
          {t("letter.again")}
        </button>
      </div>
      <input type="hidden" name={`mark-${id}`} value={letter.mark} form={COMPOSER} data-mark="" />
      <CopyField
        id={`${id}-subject`}
        name={`subject-${id}`}
        form={COMPOSER}
        label={t("letter.subject")}
        rows={2}
        value={letter.subject}
        lang={choices.language}
        dir="ltr"
      />
      <CopyField
        id={`${id}-message`}
        name={`text-${id}`}
        form={COMPOSER}
        label={t("letter.message")}
        rows={16}
        value={letter.text}
        lang={choices.language}
        dir="ltr"
      />
      <MessageLength fit={fitOf(letter, room, choices.story)} room={room} />
      <p className="muted" data-open="" hidden={choices.name !== ""}>
        {t("letter.open")}
      </p>
      <OfficeWays office={office} campaign={campaign} base={base} query={query} />
    </article>
  );
}
