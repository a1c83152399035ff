import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FieldTexts, fieldAttributes } from "../../field";
import { ChangedWords } from "./changed-words";

/** Attributes of the language in which something is written. */
export interface InLanguage {
  lang: string;
  dir: "ltr" | "rtl";
}

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  /** Several lines; otherwise it is one, however it is broken. */
  isLong: boolean;
  language: InLanguage;
  readOnly: boolean;
  /** What is translated, and what it said before where it was changed since. */
  original?: { text: string; before: string | null; language: InLanguage } | null;
  children?: ReactNode;
}

/** A field to write in, beside the original where it is a translation. */
export function WrittenField({ original = null, children, ...field }: Props) {
  const { id, label, hint, error } = field;
  const isStale = original !== null && original.before !== null;
  return (
    <div
      className={["written-field field", error && "field--faulty", isStale && "written-field--stale"]
        .filter(Boolean)
        .join(" ")}
    >
      <FieldTexts id={id} label={label} hint={hint} error={error} />
      <div className={original ? "written-field__sides" : undefined}>
        {original && <Original {...original} />}
        <div>
          <WrittenControl {...field} />
          {children}
        </div>
      </div>
    </div>
  );
}

/** A line, too, may be longer than its place: whoever reads a text must see all of it. */
function WrittenControl({
  value,
  isLong,
  language,
  readOnly,
  ...text
}: Omit<Props, "original" | "children" | "label">) {
  return (
    <textarea
      name={text.id}
      rows={Math.max(isLong ? 2 : 1, rowsOf(value))}
      defaultValue={value}
      readOnly={readOnly}
      {...language}
      {...fieldAttributes(text)}
    />
  );
}

/** Browsers that cannot let a field grow with its text show about all of it. */
function rowsOf(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 70)), 0);
  return Math.min(24, lines);
}

function Original({ text, before, language }: NonNullable<Props["original"]>) {
  const { t } = useTranslation("portal-texts");
  return (
    <div className="written-field__original">
      <p className="visually-hidden">{t("original")}</p>
      {text === "" ? (
        <p className="visually-muted">{t("conflict.empty")}</p>
      ) : (
        <p className="kept-lines" {...language}>
          {text}
        </p>
      )}
      {before !== null && <ChangedWords before={before} after={text} language={language} />}
    </div>
  );
}
