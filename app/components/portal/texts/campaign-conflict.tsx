import { useTranslation } from "react-i18next";
import type { FieldName } from "~/domain/workshop/text-shape";
import { type TypedTexts, wordsOf } from "~/domain/workshop/typed-texts";
import type { InLanguage } from "./written-field";

interface Props {
  by: string;
  isMine: boolean;
  fields: readonly FieldName[];
  mine: TypedTexts;
  theirs: TypedTexts;
  language: InLanguage;
}

/** Two people wrote at once: both versions side by side, and the choice. Stands within the form. */
export function CampaignConflict({ by, isMine, fields, mine, theirs, language }: Props) {
  const { t } = useTranslation("portal-texts");
  const said = (typed: TypedTexts, name: FieldName) => {
    const words = wordsOf(typed, name);
    return words.trim() === "" ? (
      <span className="visually-muted">{t("conflict.empty")}</span>
    ) : (
      <div className="kept-lines" {...language}>
        {words}
      </div>
    );
  };
  return (
    <ConflictBox by={by} isMine={isMine}>
      {fields.length === 0 ? (
        <p>{t("conflict.same")}</p>
      ) : (
        <div className="portal-table-box">
          <table className="portal-table conflict-table">
            <thead>
              <tr>
                <th scope="col">{t("conflict.field")}</th>
                <th scope="col">{t("conflict.mine")}</th>
                <th scope="col">{t("conflict.theirs")}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((name) => (
                <tr key={name}>
                  <th scope="row">
                    <a href={`#${name}`}>{t(`fields.${name}`)}</a>
                  </th>
                  <td>{said(mine, name)}</td>
                  <td>{said(theirs, name)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ConflictBox>
  );
}

/** Says that two people wrote at once, and lets the reader choose. */
export function ConflictBox({ by, isMine, children }: { by: string; isMine: boolean; children: React.ReactNode }) {
  const { t } = useTranslation("portal-texts");
  return (
    <section className="portal-card conflict" aria-labelledby="conflict-title" id="conflict">
      <h2 id="conflict-title">{isMine ? t("conflict.titleOwn") : t("conflict.title", { name: by })}</h2>
      <p>{t("conflict.lead")}</p>
      {children}
      <div className="button-row">
        <button type="submit" name="intent" value="keep-mine" className="button button--small">
          {t("conflict.keepMine")}
        </button>
        <button type="submit" name="intent" value="discard" className="button button--small button--quiet">
          {t("conflict.takeTheirs")}
        </button>
      </div>
    </section>
  );
}
