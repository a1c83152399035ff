import { useTranslation } from "react-i18next";
import { z } from "zod";
import { localeNames, locales } from "~/i18n/locales";
import { CountryOptions } from "../country-options";
import { ErrorSummary } from "../error-summary";
import { FieldTexts, fieldAttributes, TextField } from "../field";
import { useFieldErrors } from "./field-error";
import { DeedForm, DoneNote, EmptyState, PortalHeading } from "./portal-form";

interface Props {
  partners: {
    id: string;
    slug: string;
    name: string;
    country: string;
    status: "active" | "paused" | "closed";
    needsApproval: boolean;
    isSample: boolean;
    members: number;
    hasAgreement: boolean;
  }[];
  countries: readonly { code: string; name: string }[];
  mayChange: boolean;
  done: string | null;
  sent: unknown;
}

const states = ["active", "paused", "closed"] as const;
const outcomes = ["created", "changed", "invited", "alreadyMember"] as const;

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()).nullable(),
  values: z.record(z.string(), z.string()),
});

/** The organizations that work here, and the form that takes one in. */
export function PartnersPage({ partners, countries, mayChange, done, sent: given }: Props) {
  const { t, i18n } = useTranslation("portal");
  const { t: site } = useTranslation("site");
  const sent = sentForm.safeParse(given).data ?? null;
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === done);
  const typed = (field: string) => (sent?.intent === "create" ? sent.values[field] : undefined);
  const country = (code: string) => countries.find((one) => one.code === code)?.name ?? code;

  return (
    <>
      <PortalHeading title={t("partners.title")} lead={t("partners.lead")} />
      {outcome && <DoneNote>{t(`partners.outcomes.${outcome}`)}</DoneNote>}
      <ErrorSummary errors={summary} />
      {partners.length === 0 && (
        <EmptyState title={t("partners.none")}>
          <p>{t("partners.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="member-list">
        {partners.map((partner) => (
          <li className="portal-card" key={partner.id}>
            <h2>
              <bdi>{partner.name}</bdi> {partner.isSample && <span className="tag">{site("sample.tag")}</span>}
            </h2>
            <p className="visually-muted">
              <bdi>{partner.slug}</bdi> · {country(partner.country)} ·{" "}
              {t("partners.members", { count: partner.members })}
            </p>
            <p>
              <span className="state-tag">{t(`partners.states.${partner.status}`)}</span>{" "}
              <span className="state-tag">{partner.hasAgreement ? t("partners.agreed") : t("partners.notAgreed")}</span>
            </p>
            {mayChange && (
              <details>
                <summary>{t("members.change")}</summary>
                <DeedForm intent="change">
                  <input type="hidden" name="partner" value={partner.id} />
                  <div className="field">
                    <FieldTexts id={`status-${partner.id}`} label={t("partners.status")} />
                    <select
                      name="status"
                      {...fieldAttributes({ id: `status-${partner.id}` })}
                      defaultValue={partner.status}
                    >
                      {states.map((state) => (
                        <option key={state} value={state}>
                          {t(`partners.states.${state}`)}
                        </option>
                      ))}
                    </select>
                  </div>
                  <label className="check" htmlFor={`approval-${partner.id}`}>
                    <input
                      type="checkbox"
                      id={`approval-${partner.id}`}
                      name="needsApproval"
                      value="yes"
                      defaultChecked={partner.needsApproval}
                    />
                    <span>{t("partners.needsApproval")}</span>
                  </label>
                  <button type="submit" className="button button--small">
                    {t("account.save")}
                  </button>
                </DeedForm>
                <DeedForm intent="invite">
                  <input type="hidden" name="partner" value={partner.id} />
                  <TextField
                    id={`email-${partner.id}`}
                    name="email"
                    type="email"
                    inputMode="email"
                    label={t("partners.ownerEmail")}
                    autoComplete="off"
                    autoCapitalize="none"
                    maxLength={254}
                    dir="ltr"
                  />
                  <button type="submit" className="button button--small button--quiet">
                    {t("partners.inviteOwner")}
                  </button>
                </DeedForm>
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <section className="portal-card portal-narrow" aria-labelledby="new-partner-title">
          <h2 id="new-partner-title">{t("partners.new")}</h2>
          <p>{t("partners.newLead")}</p>
          <DeedForm intent="create">
            <TextField
              id="name"
              label={t("partners.name")}
              error={errorOf("name")}
              defaultValue={typed("name")}
              maxLength={120}
              dir="auto"
            />
            <TextField
              id="slug"
              label={t("partners.slug")}
              hint={t("partners.slugHint")}
              error={errorOf("slug")}
              defaultValue={typed("slug")}
              autoCapitalize="none"
              maxLength={60}
              dir="ltr"
            />
            <div className={errorOf("country") ? "field field--faulty" : "field"}>
              <FieldTexts id="country" label={t("partners.country")} error={errorOf("country")} />
              <select
                name="country"
                {...fieldAttributes({ id: "country", error: errorOf("country") })}
                defaultValue={typed("country") ?? ""}
              >
                <CountryOptions countries={countries} />
              </select>
            </div>
            <TextField
              id="website"
              type="url"
              label={t("partners.website")}
              error={errorOf("website")}
              defaultValue={typed("website")}
              maxLength={300}
              dir="ltr"
            />
            <TextField
              id="description"
              label={t("partners.description")}
              hint={t("partners.descriptionHint")}
              error={errorOf("description")}
              defaultValue={typed("description")}
              maxLength={300}
              dir="auto"
            />
            <div className="field">
              <FieldTexts id="locale" label={t("partners.locale")} />
              <select
                name="locale"
                {...fieldAttributes({ id: "locale" })}
                defaultValue={typed("locale") ?? i18n.language}
              >
                {locales.map((locale) => (
                  <option key={locale} value={locale} lang={locale}>
                    {localeNames[locale]}
                  </option>
                ))}
              </select>
            </div>
            <TextField
              id="email"
              type="email"
              inputMode="email"
              label={t("partners.ownerEmail")}
              error={errorOf("email")}
              defaultValue={typed("email")}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={254}
              dir="ltr"
            />
            <button type="submit" className="button">
              {t("partners.create")}
            </button>
          </DeedForm>
        </section>
      )}
    </>
  );
}
