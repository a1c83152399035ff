import { useTranslation } from "react-i18next";
import type { TypedQuestion } from "~/domain/workshop/typed-texts";
import { AddButton, ListDeeds } from "./list-field";
import { type InLanguage, WrittenField } from "./written-field";

interface Props {
  name: string;
  label: string;
  questions: readonly TypedQuestion[];
  /** Of a translation: the same questions in the original, and as they were before. */
  originals: readonly TypedQuestion[] | null;
  before: readonly TypedQuestion[];
  originalLanguage: InLanguage;
  language: InLanguage;
  readOnly: boolean;
  errorOf(field: string): string | undefined;
}

/** Questions with their answers. A translation has those of its original, in their order. */
export function QuestionsField({ name, label, questions, originals, before, ...rest }: Props) {
  const { t } = useTranslation("portal-texts");
  const isTranslation = originals !== null;
  return (
    <fieldset className="list-field" id={name} tabIndex={-1}>
      <legend>{label}</legend>
      {questions.length === 0 && <p className="visually-muted">{t("list.none")}</p>}
      <ol className="list-field__parts">
        {questions.map((one, index) => {
          const id = `${name}.${index}`;
          const part = t("list.numbered", { label, number: index + 1 });
          const field = (what: "question" | "answer") => {
            const original = originals?.find((other) => other.id === one.id)?.[what];
            const earlier = before.find((other) => other.id === one.id)?.[what];
            return (
              <WrittenField
                id={`${id}.${what}`}
                label={t("list.numbered", { label: t(`list.${what}`), number: index + 1 })}
                error={rest.errorOf(`${id}.${what}`)}
                value={one[what]}
                isLong={what === "answer"}
                language={rest.language}
                readOnly={rest.readOnly}
                original={
                  original === undefined
                    ? null
                    : {
                        text: original,
                        before: earlier === undefined || earlier === original ? null : earlier,
                        language: rest.originalLanguage,
                      }
                }
              />
            );
          };
          return (
            <li key={index}>
              <input type="hidden" name={`${id}.id`} value={one.id} />
              {field("question")}
              {field("answer")}
              {!rest.readOnly && !isTranslation && (
                <ListDeeds name={name} index={index} count={questions.length} part={part} />
              )}
            </li>
          );
        })}
      </ol>
      {!rest.readOnly && !isTranslation && <AddButton name={name} label={label} />}
    </fieldset>
  );
}
