import { useTranslation } from "react-i18next";
import { carryOver } from "~/domain/translations/carry-over";
import { type FieldName, fieldSpecs, isOfLanding, isOptional, textGroups } from "~/domain/workshop/text-shape";
import type { TypedTexts } from "~/domain/workshop/typed-texts";
import { ListField } from "./list-field";
import { QuestionsField } from "./questions-field";
import { type InLanguage, WrittenField } from "./written-field";

/** Stands in texts that are shared where the link is put. */
const URL_PLACEHOLDER = "{{url}}";

interface Props {
  typed: TypedTexts;
  source: TypedTexts | null;
  sourceBefore: { typed: TypedTexts; changed: readonly FieldName[] } | null;
  language: InLanguage;
  sourceLanguage: InLanguage;
  readOnly: boolean;
  errorOf(field: string): string | undefined;
}

/** Every text of a campaign by groups, beside the original where it is a translation. */
export function CampaignFields(props: Props) {
  const { t } = useTranslation("portal-texts");
  const groups = textGroups
    .map(({ key, fields }) => ({
      key,
      fields: [...fields].filter((name) => props.typed.hasLanding || !isOfLanding(name)),
    }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <>
      {groups.map(({ key, fields }) => (
        <section className="portal-card text-group" key={key} aria-labelledby={`group-${key}`}>
          <h2 id={`group-${key}`}>{t(`groups.${key}`)}</h2>
          {fields.map((name) => (
            <CampaignField key={name} name={name} {...props} />
          ))}
        </section>
      ))}
    </>
  );
}

function CampaignField({ name, typed, source, sourceBefore, sourceLanguage, ...rest }: Props & { name: FieldName }) {
  const { t } = useTranslation("portal-texts");
  const hint = useHint(name);
  const type = fieldSpecs.find((spec) => spec.name === name)?.type ?? "line";
  const earlier = sourceBefore?.changed.includes(name) ? sourceBefore.typed : null;
  const shared = { name, label: t(`fields.${name}`), ...rest, originalLanguage: sourceLanguage };
  if (type === "questions") {
    return (
      <QuestionsField
        {...shared}
        questions={typed.questions.get(name) ?? []}
        originals={source?.questions.get(name) ?? null}
        before={earlier?.questions.get(name) ?? []}
      />
    );
  }
  if (type === "list") {
    const list = source?.lists.get(name);
    const before = earlier && list ? earlierParts(list, earlier.lists.get(name) ?? []) : new Map<string, string>();
    return (
      <ListField
        {...shared}
        hint={hint}
        parts={(typed.lists.get(name) ?? []).map((value, index) => ({ key: String(index), value }))}
        originals={list?.map((text, index) => ({ text, before: before.get(String(index)) ?? null })) ?? null}
      />
    );
  }
  const original = source?.texts.get(name);
  return (
    <WrittenField
      id={name}
      label={shared.label}
      hint={hint}
      error={rest.errorOf(name)}
      value={typed.texts.get(name) ?? ""}
      isLong={type === "paragraph"}
      language={rest.language}
      readOnly={rest.readOnly}
      original={
        original === undefined
          ? null
          : { text: original, before: earlier?.texts.get(name) ?? null, language: sourceLanguage }
      }
    />
  );
}

function useHint(name: FieldName): string | undefined {
  const { t } = useTranslation("portal-texts");
  if (name === "petition.share.message" || name === "petition.share.emailBody") {
    return t("hints.share", { kept: URL_PLACEHOLDER });
  }
  if (name === "campaign.imageAlt") return t("hints.imageAlt");
  return isOptional(name) ? t("optional") : undefined;
}

/** What parts of a list said before, by their places now. A part that is new, or says the same, is not among them. */
function earlierParts(now: readonly string[], before: readonly string[]): Map<string, string> {
  const carried = carryOver(now, { source: before, translation: before });
  return new Map([...carried].flatMap(([at, { text, isOutdated }]) => (isOutdated ? [[at, text] as const] : [])));
}
