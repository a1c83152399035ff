import { useTranslation } from "react-i18next";
import { type InLanguage, WrittenField } from "./written-field";

interface Part {
  key: string;
  value: string;
}

interface Props {
  name: string;
  label: string;
  hint?: string | undefined;
  parts: readonly Part[];
  /** Of a translation: the parts of the original, and as they were before. */
  originals: readonly { text: string; before: string | null }[] | null;
  originalLanguage: InLanguage;
  language: InLanguage;
  readOnly: boolean;
  errorOf(field: string): string | undefined;
}

/** Texts in an order, with buttons that add, move and take out, which work without script. */
export function ListField({
  name,
  label,
  hint,
  parts,
  originals,
  originalLanguage,
  language,
  readOnly,
  errorOf,
}: Props) {
  const { t } = useTranslation("portal-texts");
  const count = Math.max(parts.length, originals?.length ?? 0);
  const error = errorOf(name);
  return (
    <fieldset className="list-field" id={name} tabIndex={-1} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      {hint && <p className="field__hint">{hint}</p>}
      {error && (
        <p className="field__error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {count === 0 && <p className="visually-muted">{t("list.none")}</p>}
      <ol className="list-field__parts">
        {Array.from({ length: count }, (_, index) => {
          const original = originals?.[index];
          const part = t("list.numbered", { label, number: index + 1 });
          return (
            <li key={index}>
              <WrittenField
                id={`${name}.${index}`}
                label={part}
                error={errorOf(`${name}.${index}`)}
                value={parts[index]?.value ?? ""}
                isLong
                language={language}
                readOnly={readOnly}
                original={original ? { ...original, language: originalLanguage } : null}
              >
                {!readOnly && index < parts.length && (
                  <ListDeeds name={name} index={index} count={parts.length} part={part} />
                )}
              </WrittenField>
            </li>
          );
        })}
      </ol>
      {!readOnly && <AddButton name={name} label={label} />}
    </fieldset>
  );
}

/** Adds an empty part at the end. */
export function AddButton({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation("portal-texts");
  return (
    <button
      type="submit"
      name="list"
      value={`add:${name}`}
      className="button button--small button--quiet"
      aria-label={t("list.addTo", { label })}
    >
      {t("list.add")}
    </button>
  );
}

/** Moves a part, or takes it out. */
export function ListDeeds({ name, index, count, part }: { name: string; index: number; count: number; part: string }) {
  const { t } = useTranslation("portal-texts");
  const deeds = [
    ...(index > 0 ? ["up" as const] : []),
    ...(index < count - 1 ? ["down" as const] : []),
    "remove" as const,
  ];
  return (
    <div className="list-field__deeds">
      {deeds.map((deed) => (
        <button
          key={deed}
          type="submit"
          name="list"
          value={`${deed}:${name}:${index}`}
          className="link-button"
          aria-label={t(`list.${deed}Part`, { part })}
        >
          {t(`list.${deed}`)}
        </button>
      ))}
    </div>
  );
}
