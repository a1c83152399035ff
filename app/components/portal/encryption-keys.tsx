import { useTranslation } from "react-i18next";
import { TextField } from "../field";
import { DeedForm, Moment } from "./portal-form";

interface Props {
  keys: { id: string; label: string; recipient: string; addedAt: Date }[];
  mayChange: boolean;
  errorOf(field: string): string | undefined;
  values: Record<string, string>;
}

/** The public keys that an organization's files are encrypted to. */
export function EncryptionKeys({ keys, mayChange, errorOf, values }: Props) {
  const { t } = useTranslation("portal-supporters");
  return (
    <section className="portal-card" aria-labelledby="keys-title" id="encryption">
      <h2 id="keys-title">{t("exports.keys.title")}</h2>
      <p>{t("exports.keys.lead")}</p>
      {keys.length === 0 && <p className="visually-muted">{t("exports.keys.none")}</p>}
      <ul className="key-list">
        {keys.map(({ id, label, recipient, addedAt }) => (
          <li key={id}>
            <p>
              <strong>
                <bdi>{label}</bdi>
              </strong>{" "}
              <span className="visually-muted">
                {t("exports.keys.added")} <Moment at={addedAt} />
              </span>
              <br />
              <code dir="ltr" className="key-list__key">
                {recipient}
              </code>
            </p>
            {mayChange && (
              <DeedForm intent="remove-key">
                <input type="hidden" name="id" value={id} />
                <button type="submit" className="button button--small button--danger">
                  {t("exports.keys.remove")}
                </button>
              </DeedForm>
            )}
          </li>
        ))}
      </ul>
      {keys.length > 0 && (
        <p className="visually-muted" dir="auto">
          {t("exports.keys.open")}
        </p>
      )}
      {mayChange && (
        <DeedForm intent="add-key">
          <div className="export-form__fields">
            <TextField
              id="label"
              label={t("exports.keys.label")}
              error={errorOf("label")}
              defaultValue={values.label}
              autoComplete="off"
              maxLength={60}
            />
            <TextField
              id="recipient"
              label={t("exports.keys.recipient")}
              error={errorOf("recipient")}
              defaultValue={values.recipient}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              dir="ltr"
            />
          </div>
          <button type="submit" className="button button--small">
            {t("exports.keys.button")}
          </button>
        </DeedForm>
      )}
    </section>
  );
}
