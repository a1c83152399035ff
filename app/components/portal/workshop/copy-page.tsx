import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../error-summary";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm } from "../portal-form";
import { SelectField } from "../select-field";
import type { CampaignFrame } from "./campaign-frame";
import { CampaignHeading } from "./campaign-heading";
import { LanguageField } from "./language-field";

interface Props {
  frame: CampaignFrame;
  countries: readonly { code: string; name: string }[];
  sent: { errors: Record<string, string>; values: Record<string, string> } | null;
}

/** Begins another campaign as this one is now, for another language or country. */
export function CopyPage({ frame, countries, sent }: Props) {
  const { t } = useTranslation("portal-workshop");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const typed = (field: string) => sent?.values[field];
  return (
    <>
      <CampaignHeading frame={frame} part={null} />
      <ErrorSummary errors={summary} />
      <DeedForm intent="copy" className="portal-card workshop-form">
        <h2>{t("copy.title")}</h2>
        <p>{t("copy.lead")}</p>
        <LanguageField
          label={t("copy.locale")}
          hint={t("copy.localeHint")}
          error={errorOf("locale")}
          chosen={typed("locale") ?? frame.locale}
        />
        <SelectField
          id="country"
          label={t("copy.country")}
          error={errorOf("country")}
          defaultValue={typed("country") ?? ""}
          options={[
            { value: "", label: t("copy.sameCountries") },
            ...countries.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <TextField
          id="title"
          label={t("create.petition")}
          hint={t("copy.titleHint")}
          error={errorOf("title")}
          defaultValue={typed("title") ?? frame.title}
          maxLength={200}
          dir="auto"
        />
        <TextField
          id="slug"
          label={t("create.slug")}
          hint={t("create.slugHint")}
          error={errorOf("slug")}
          defaultValue={typed("slug")}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          dir="ltr"
        />
        <button type="submit" className="button">
          {t("copy.button")}
        </button>
      </DeedForm>
    </>
  );
}
