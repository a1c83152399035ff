import { useTranslation } from "react-i18next";
import type { PictureFile } from "~/domain/images/picture";
import type { CampaignLook } from "~/domain/workshop/look.server";
import { ErrorSummary } from "../../error-summary";
import { TextField } from "../../field";
import { Picture } from "../../picture";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";
import { BrandForm } from "./brand-form";
import { type CampaignFrame, campaignPath } from "./campaign-frame";
import { CampaignHeading } from "./campaign-heading";
import { ChangedNote, type SentChange } from "./changed-note";
import { PictureForm } from "./picture-form";

interface Props extends Omit<CampaignLook, "campaign" | "title"> {
  frame: CampaignFrame;
  done: string | null;
  version: number;
  /** In millions of bytes. */
  mostMegabytes: number;
  /** Of the organization; null for the host's own campaigns. */
  organizationName: string | null;
  sent: SentChange | null;
  /** A colour that was refused, and what could stand in its place. */
  refused: { value: string; contrast: number; nearest: string } | null;
}

/** How a campaign's page looks: picture, logo, name and colour. */
export function LookPage({ frame, done, version, sent, pictures, alt, ...props }: Props) {
  const { t } = useTranslation("portal-workshop");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const base = campaignPath(frame);
  const shared = { version, mayChange: props.mayChange, mostMegabytes: props.mostMegabytes };

  return (
    <>
      <CampaignHeading frame={frame} part="look" />
      <ChangedNote done={done} sent={sent} />
      <ErrorSummary errors={summary} />
      {props.waitsForHost && <p className="visually-muted">{t("settings.waits")}</p>}
      <section className="portal-card workshop-form" aria-labelledby="image-title">
        <h2 id="image-title">{t("look.image.title")}</h2>
        <p>{t("look.image.lead")}</p>
        <Shown files={pictures.image} base={base} alt={alt.text} />
        <PictureForm kind="image" has={pictures.image !== null} error={errorOf("image")} {...shared} />
        {pictures.image !== null && <AltForm alt={alt} error={errorOf("alt")} typed={sent?.values.alt} base={base} />}
      </section>
      <section className="portal-card workshop-form" aria-labelledby="logo-title">
        <h2 id="logo-title">{t("look.logo.title")}</h2>
        <p>{t("look.logo.lead")}</p>
        <Shown files={pictures.logo} base={base} alt={t("look.logo.shown")} isLogo />
        <PictureForm kind="logo" has={pictures.logo !== null} error={errorOf("logo")} {...shared} />
      </section>
      <BrandForm
        version={version}
        shortName={sent?.intent === "brand" ? (sent.values.shortName ?? "") : (props.shortName ?? "")}
        typedColour={sent?.intent === "brand" ? (sent.values.brandColour ?? "") : (props.colour?.value ?? "")}
        colour={props.colour}
        refused={props.refused}
        organizationName={props.organizationName}
        mayChange={props.mayChange}
        errorOf={errorOf}
      />
    </>
  );
}

interface ShownProps {
  files: PictureFile[] | null;
  base: string;
  alt: string;
  isLogo?: boolean;
}

function Shown({ files, base, alt, isLogo = false }: ShownProps) {
  const { t } = useTranslation("portal-workshop");
  if (files === null) return <p className="visually-muted">{t("look.none")}</p>;
  return (
    <Picture
      className={isLogo ? "workshop-logo" : "workshop-picture"}
      files={files}
      base={base}
      alt={alt}
      sizes="(min-width: 40rem) 30rem, 90vw"
    />
  );
}

interface AltProps {
  alt: CampaignLook["alt"];
  error: string | undefined;
  typed: string | undefined;
  base: string;
}

function AltForm({ alt, error, typed, base }: AltProps) {
  const { t } = useTranslation("portal-workshop");
  const textsPath = `${base}/texts/${alt.locale}`;
  if (!alt.mayWrite) {
    return (
      <p>
        {alt.text === "" ? t("look.alt.missing") : t("look.alt.there", { text: alt.text })}{" "}
        <a href={textsPath}>{t("look.alt.elsewhere")}</a>
      </p>
    );
  }
  return (
    <DeedForm intent="alt">
      <input type="hidden" name="seen" value={alt.seen} />
      <TextField
        id="alt"
        label={t("look.alt.label")}
        hint={t("look.alt.hint")}
        error={error}
        defaultValue={typed ?? alt.text}
        maxLength={300}
        lang={alt.locale}
        dir="auto"
      />
      <p className="visually-muted">
        {t("look.alt.isText")} <a href={textsPath}>{t("look.alt.others")}</a>
      </p>
      <button type="submit" className="button button--small">
        {t("look.alt.save")}
      </button>
    </DeedForm>
  );
}
