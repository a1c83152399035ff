import type { NumberNote } from "~/domain/numbers/notes.server";
import { ErrorSummary } from "../../error-summary";
import { TextField } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm, DoneNote, Moment } from "../portal-form";
import { useNumberWords } from "./use-number-words";

export interface SentNote {
  errors: Record<string, string> | null;
  values: Record<string, string>;
}

interface Props {
  notes: readonly NumberNote[];
  mayAdd: boolean;
  /** The moment it is, as a field takes it. */
  now: string;
  done: string | null;
  sent: SentNote | null;
}

const outcomes = ["added", "removed"] as const;

/** What happened, by the numbers that stand in the chart. */
export function NotesCard({ notes, mayAdd, now, done, sent }: Props) {
  const { t, number } = useNumberWords();
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === done);
  return (
    <section className="portal-card chart-card" aria-labelledby="notes">
      <h2 id="notes">{t("notes.title")}</h2>
      {outcome && <DoneNote>{t(`notes.${outcome}`)}</DoneNote>}
      {notes.length === 0 ? (
        <p className="visually-muted">{t("notes.empty")}</p>
      ) : (
        <ul className="note-list">
          {notes.map((note, index) => (
            <li key={note.id}>
              <span className="note-list__number" aria-hidden="true">
                {number(index + 1)}
              </span>
              <div>
                <p>
                  {note.isMailing && <span className="state-tag">{t("notes.mailing")}</span>} <bdi>{note.text}</bdi>
                </p>
                <p className="visually-muted">
                  <Moment at={note.at} /> <NoteBy note={note} />
                </p>
              </div>
              {mayAdd && note.mayRemove && (
                <DeedForm intent="remove-note">
                  <input type="hidden" name="id" value={note.id} />
                  <button type="submit" className="link-button" aria-label={`${t("notes.remove")}: ${note.text}`}>
                    {t("notes.remove")}
                  </button>
                </DeedForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <details className="note-form" open={summary.length > 0}>
          <summary>{t("notes.new")}</summary>
          <ErrorSummary errors={summary} />
          <DeedForm intent="add-note">
            <TextField
              id="at"
              type="datetime-local"
              label={t("notes.at")}
              error={errorOf("at")}
              defaultValue={sent?.values.at ?? now}
            />
            <TextField
              id="text"
              label={t("notes.text")}
              error={errorOf("text")}
              defaultValue={sent?.values.text}
              maxLength={200}
              dir="auto"
              autoComplete="off"
            />
            <button type="submit" className="button button--small">
              {t("notes.add")}
            </button>
          </DeedForm>
        </details>
      )}
    </section>
  );
}

function NoteBy({ note: { isOurs, by, partner } }: { note: NumberNote }) {
  const { t } = useNumberWords();
  if (by !== null) return <bdi>{t("notes.byPerson", { name: by })}</bdi>;
  if (isOurs) return null;
  return <bdi>{partner === null ? t("notes.byHost") : t("notes.byPartner", { organization: partner })}</bdi>;
}
