import { useTranslation } from "react-i18next";
import {
  MAX_COMMENT_LENGTH,
  type PublicChoice,
  type PublicChoiceErrors,
} from "~/domain/public-signatures/public-choice";
import { FieldTexts, fieldAttributes } from "./field";
import { useLanguageAttributes } from "./in-language";

export interface PublicWording {
  purpose: string;
  text: string;
  locale: string;
  dir: "ltr" | "rtl";
}

interface Props {
  wordings: PublicWording[];
  values: PublicChoice | null;
  errors: PublicChoiceErrors | null;
}

/** What a signer may show of their signature. Nothing is ticked and nothing is needed. */
export function PublicChoiceFields({ wordings, values, errors }: Props) {
  const { t } = useTranslation("confirm");
  const language = useLanguageAttributes();
  const ofName = wordings.find(({ purpose }) => purpose === "public_name");
  const ofComment = wordings.find(({ purpose }) => purpose === "public_comment");
  if (!ofName || !ofComment) return null;
  const error = errors ? t(`errors.${errors.comment}`) : undefined;
  return (
    <fieldset className="public-choice">
      <legend>{t("public.legend")}</legend>
      <p className="field__hint">{t("public.hint")}</p>
      <label className="check" htmlFor="publicName">
        <input
          type="checkbox"
          id="publicName"
          name="publicName"
          value="yes"
          defaultChecked={values?.showsName === true}
        />
        <span {...language(ofName)}>{ofName.text}</span>
      </label>
      <div className={error ? "field field--faulty" : "field"}>
        <FieldTexts id="comment" label={t("public.comment")} error={error} />
        <p className="field__hint" id="comment-hint" {...language(ofComment)}>
          {ofComment.text}
        </p>
        <textarea
          name="comment"
          rows={4}
          dir="auto"
          defaultValue={values?.comment}
          {...fieldAttributes({ id: "comment", hint: ofComment.text, error })}
        />
        <p className="field__hint">{t("public.length", { most: MAX_COMMENT_LENGTH })}</p>
      </div>
    </fieldset>
  );
}
