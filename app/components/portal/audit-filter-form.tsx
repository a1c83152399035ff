import { useTranslation } from "react-i18next";
import { AUTOMATIC_ACTOR, auditKinds, auditSubjects } from "~/domain/audit/audit-kinds";
import { FieldTexts, fieldAttributes, TextField } from "../field";
import { SelectField } from "./select-field";

export interface Filter {
  action?: string | undefined;
  actor?: string | undefined;
  organization?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: number | undefined;
}

interface Props {
  filter: Filter;
  isHost: boolean;
  choices: { people: { id: string; name: string }[]; organizations: { id: string; name: string }[] };
}

/** Narrows the audit log by what was done, by whom, for whom and when. */
export function AuditFilterForm({ filter, isHost, choices }: Props) {
  const { t } = useTranslation("portal");
  const { t: log } = useTranslation("portal-audit");
  const all = { value: "", label: log("all") };
  const isChosen = Object.values(filter).some((one) => one !== undefined);
  return (
    <form method="get" className="portal-filter">
      <div className="field">
        <FieldTexts id="action" label={log("what")} />
        <select name="action" {...fieldAttributes({ id: "action" })} defaultValue={filter.action ?? ""}>
          <option value="">{log("all")}</option>
          {auditSubjects.map((subject) => (
            <optgroup key={subject} label={log(`subjects.${subject}`)}>
              <option value={subject}>{log("allOf", { subject: log(`subjects.${subject}`) })}</option>
              {auditKinds
                .filter((kind) => kind.startsWith(`${subject}.`))
                .map((kind) => (
                  <option key={kind} value={kind}>
                    {log(`kinds.${kind}`)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <SelectField
        id="actor"
        label={t("audit.actor")}
        defaultValue={filter.actor ?? ""}
        options={[
          all,
          ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
          { value: AUTOMATIC_ACTOR, label: log("automatic") },
        ]}
      />
      {isHost && (
        <SelectField
          id="organization"
          label={log("organization")}
          defaultValue={filter.organization ?? ""}
          options={[
            all,
            { value: "host", label: log("host") },
            ...choices.organizations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField id="from" type="date" label={t("audit.from")} defaultValue={filter.from} />
      <TextField id="to" type="date" label={t("audit.to")} defaultValue={filter.to} />
      <button type="submit" className="button button--quiet">
        {t("audit.filter")}
      </button>
      {isChosen && <a href="?">{log("showAll")}</a>}
    </form>
  );
}
