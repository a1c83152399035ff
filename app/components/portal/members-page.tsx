import { useTranslation } from "react-i18next";
import { memberRoles } from "~db/schema/users";
import { ErrorSummary } from "../error-summary";
import { TextField } from "../field";
import { useFieldErrors } from "./field-error";
import { DeedForm, DoneNote, Moment, PortalHeading } from "./portal-form";

type Role = (typeof memberRoles)[number];

interface Props {
  members: { userId: string; name: string; email: string; roles: Role[]; since: Date }[];
  invitations: { id: string; email: string; roles: Role[]; expiresAt: Date }[];
  mayChange: boolean;
  isHost: boolean;
  myId: string;
  done: string | null;
  sent: {
    intent: string;
    errors: Record<string, string> | null;
    values: Record<string, string>;
    roles: string[];
  } | null;
}

const outcomes = ["invited", "alreadyMember", "revoked", "done", "lastOwner"] as const;

/** Who works for an organization, and the forms by which an owner changes that. */
export function MembersPage({ members, invitations, mayChange, isHost, myId, done, sent }: Props) {
  const { t } = useTranslation("portal");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const offered = memberRoles.filter((role) => isHost || role !== "legal_reviewer");
  const outcome = outcomes.find((one) => one === done);
  const isBad = outcome === "alreadyMember" || outcome === "lastOwner";

  return (
    <>
      <PortalHeading title={t("members.title")} lead={t("members.lead")} />
      {outcome && !isBad && <DoneNote>{t(`members.outcomes.${outcome}`)}</DoneNote>}
      {outcome && isBad && (
        <p className="warning-note" role="alert">
          {t(`members.outcomes.${outcome}`)}
        </p>
      )}
      <ErrorSummary errors={summary} />
      <ul className="member-list">
        {members.map((member) => (
          <li className="portal-card" key={member.userId}>
            <h2>
              <bdi>{member.name}</bdi>
            </h2>
            <p className="visually-muted">
              <bdi>{member.email}</bdi> · {t("members.since")} <Moment at={member.since} />
            </p>
            <p>{member.roles.map((role) => t(`roles.${role}`)).join(", ")}</p>
            {mayChange && (
              <details>
                <summary>{t("members.change")}</summary>
                <DeedForm intent="roles">
                  <input type="hidden" name="user" value={member.userId} />
                  <RoleBoxes id={member.userId} offered={offered} chosen={member.roles} />
                  <button type="submit" className="button button--small">
                    {t("members.saveRoles")}
                  </button>
                </DeedForm>
                {member.userId !== myId && (
                  <DeedForm intent="end">
                    <input type="hidden" name="user" value={member.userId} />
                    <button type="submit" className="button button--small button--danger">
                      {t("members.end")}
                    </button>
                  </DeedForm>
                )}
              </details>
            )}
          </li>
        ))}
      </ul>
      {invitations.length > 0 && (
        <section aria-labelledby="invitations-title">
          <h2 id="invitations-title">{t("members.open")}</h2>
          <ul className="member-list">
            {invitations.map(({ id, email, roles, expiresAt }) => (
              <li className="portal-card" key={id}>
                <p>
                  <bdi>{email}</bdi> · {roles.map((role) => t(`roles.${role}`)).join(", ")}
                </p>
                <p className="visually-muted">
                  {t("members.until")} <Moment at={expiresAt} />
                </p>
                {mayChange && (
                  <DeedForm intent="revoke">
                    <input type="hidden" name="invitation" value={id} />
                    <button type="submit" className="button button--small button--quiet">
                      {t("members.revoke")}
                    </button>
                  </DeedForm>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayChange && (
        <section className="portal-card portal-narrow" aria-labelledby="invite-title">
          <h2 id="invite-title">{t("members.invite")}</h2>
          <DeedForm intent="invite">
            <TextField
              id="email"
              type="email"
              inputMode="email"
              label={t("members.email")}
              error={errorOf("email")}
              defaultValue={sent?.intent === "invite" ? sent.values.email : undefined}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={254}
              dir="ltr"
            />
            <RoleBoxes
              id="roles"
              offered={offered}
              chosen={sent?.intent === "invite" ? sent.roles : []}
              error={errorOf("roles")}
            />
            <button type="submit" className="button">
              {t("members.inviteButton")}
            </button>
          </DeedForm>
        </section>
      )}
    </>
  );
}

interface RoleBoxesProps {
  id: string;
  offered: readonly Role[];
  chosen: readonly string[];
  error?: string | undefined;
}

/** Every role with what it means, so that nobody has to look it up. */
function RoleBoxes({ id, offered, chosen, error }: RoleBoxesProps) {
  const { t } = useTranslation("portal");
  return (
    <fieldset id={id} className="role-boxes" {...(error && { "aria-describedby": `${id}-error` })}>
      <legend>{t("members.roles")}</legend>
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {offered.map((role) => (
        <label className="check" key={role} htmlFor={`${id}-${role}`}>
          <input
            type="checkbox"
            id={`${id}-${role}`}
            name="roles"
            value={role}
            defaultChecked={chosen.includes(role)}
          />
          <span>
            <strong>{t(`roles.${role}`)}</strong> {t(`roleMeanings.${role}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
