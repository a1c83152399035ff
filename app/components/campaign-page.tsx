import { useTranslation } from "react-i18next";
import type { PublishedContacts } from "~/domain/contacts/publish-contacts";
import type { PictureFile } from "~/domain/images/picture";
import type { SignFormErrors, SignFormValues } from "~/domain/signatures/sign-form";
import type { SigningState } from "~/domain/switches/signing-state";
import type { AntiBot } from "./anti-bot-fields";
import { CampaignPartner } from "./campaign-partner";
import { DraftNote } from "./draft-note";
import { type EndorsementShown, EndorsementsSection } from "./endorsements-section";
import { useLanguageAttributes } from "./in-language";
import { Picture } from "./picture";
import { SignForm, type SignFormWording } from "./sign-form";
import { SignatureCount } from "./signature-count";
import { SigningOver } from "./signing-over";
import { SigningPaused } from "./signing-paused";
import { useLocale } from "./use-locale";
import { useMomentWords } from "./use-moment-words";
import { WeekOfContacts } from "./week-of-contacts";

interface Text {
  locale: string;
  dir: "ltr" | "rtl";
  status: string;
  isStale: boolean;
}

interface Props {
  campaign: {
    slug: string;
    goal: number;
    isSample: boolean;
    partner: { name: string; isSample: boolean } | null;
    branding: { shortName: string | null; colour: string | null; logo: PictureFile[] | null };
    picture: { files: PictureFile[]; alt: string; locale: string; dir: "ltr" | "rtl" } | null;
    timeZone: string;
    petition: { opensAt: Date; closesAt: Date | null };
    petitionContent: Text & {
      title: string;
      addressedTo: string;
      summary: string;
      statement: string[];
      demands: string[];
    };
  };
  isOpen: boolean;
  /** It will be open later. */
  isBeforeOpening: boolean;
  /** What the switches say. */
  signing: SigningState;
  partners: { slug: string; name: string; country: string; isSample: boolean }[];
  wordings: SignFormWording[];
  count: number;
  /** Calls and letters of the last seven days. */
  week: PublishedContacts["week"] | null;
  /** Who stands under the campaign in public: how many, and the newest. */
  endorsements: { total: number; entries: EndorsementShown[] };
  countries: readonly { code: string; name: string }[];
  unconfirmedDays: number;
  gpc: boolean;
  antiBot: AntiBot;
  source: string | null;
  values: SignFormValues | null;
  errors: SignFormErrors | null;
  /** Where pictures are that not everybody may see yet. */
  pictureBase?: string;
}

/** The petition and, beside it, the form to sign. */
export function CampaignPage({
  campaign,
  isOpen,
  isBeforeOpening,
  signing,
  count,
  week,
  endorsements,
  pictureBase,
  ...form
}: Props) {
  const { t } = useTranslation("sign");
  const { t: site } = useTranslation("site");
  const { t: where } = useTranslation("where");
  const locale = useLocale();
  const language = useLanguageAttributes();
  const petition = campaign.petitionContent;
  const { partner, branding, picture, timeZone } = campaign;
  const { opensAt, closesAt } = campaign.petition;
  const momentWords = useMomentWords(timeZone);

  return (
    <div className={branding.colour ? "page petition branded" : "page petition"}>
      <header className="petition__head">
        {partner && <CampaignPartner partner={partner} branding={branding} pictureBase={pictureBase} />}
        <h1 {...language(petition)}>{petition.title}</h1>
        <p className="lead" {...language(petition)}>
          {petition.summary}
        </p>
        {picture && (
          <div className="petition__picture" {...language(picture)}>
            <Picture files={picture.files} alt={picture.alt} base={pictureBase} />
          </div>
        )}
        {campaign.isSample && <p className="notice">{site("sample.note")}</p>}
        <DraftNote texts={[petition, ...form.wordings]} />
        <SignatureCount count={count} goal={campaign.goal} />
        <p className="signature-count__where">
          <a href={`/${locale}/campaigns/${campaign.slug}/where`}>{where("link")}</a>
        </p>
        <WeekOfContacts week={week} />
        {isOpen && closesAt && <p className="muted">{t("until", { moment: momentWords(closesAt) })}</p>}
        {isOpen && signing === "open" && (
          <p className="petition__jump">
            <a className="button button--large" href="#sign">
              {t("jump")}
            </a>
          </p>
        )}
      </header>
      <article className="petition__text" aria-labelledby="petition-title">
        <h2 id="petition-title">{t("petitionTitle")}</h2>
        <p className="petition__to">
          <span className="muted">{t("addressedTo")}</span> <span {...language(petition)}>{petition.addressedTo}</span>
        </p>
        <div {...language(petition)}>
          {petition.statement.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {petition.demands.length > 0 && (
            <ol className="ask__list">
              {petition.demands.map((demand) => (
                <li key={demand}>{demand}</li>
              ))}
            </ol>
          )}
        </div>
        <section className="steps" aria-labelledby="steps-title">
          <h2 id="steps-title">{t("steps.title")}</h2>
          <ol className="ask__list">
            <li>{t("steps.confirm")}</li>
            <li>{t("steps.act")}</li>
            <li>{t("steps.deliver")}</li>
          </ol>
        </section>
        <EndorsementsSection slug={campaign.slug} {...endorsements} />
      </article>
      <div className="petition__form">
        {isOpen && signing !== "open" && <SigningPaused reason={signing} slug={campaign.slug} />}
        {isOpen && signing === "open" && <SignForm action={`/${locale}/campaigns/${campaign.slug}`} {...form} />}
        {!isOpen && <SigningOver slug={campaign.slug} opensAt={isBeforeOpening ? opensAt : null} timeZone={timeZone} />}
      </div>
    </div>
  );
}
