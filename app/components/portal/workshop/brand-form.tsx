import { useTranslation } from "react-i18next";
import { LEAST_CONTRAST } from "~/domain/branding/brand-colour";
import type { CampaignLook } from "~/domain/workshop/look.server";
import { TextField } from "../../field";
import { DeedForm } from "../portal-form";

interface Props {
  version: number;
  shortName: string;
  typedColour: string;
  /** The one in use. */
  colour: CampaignLook["colour"];
  refused: { value: string; contrast: number; nearest: string } | null;
  organizationName: string | null;
  mayChange: boolean;
  errorOf(field: string): string | undefined;
}

/** Where the island writes the contrast that it measures. */
const GAP = "0.00";

/** An organization's name and colour on its campaign's page; the colour with the contrast that was measured. */
export function BrandForm({ version, shortName, typedColour, colour, refused, organizationName, ...rest }: Props) {
  const { t, i18n } = useTranslation("portal-workshop");
  // Rounded down: 4.49 is not enough, and must not look so.
  const ratio = (contrast: number) =>
    new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
      Math.floor(contrast * 100) / 100,
    );
  const least = new Intl.NumberFormat(i18n.language).format(LEAST_CONTRAST);
  return (
    <section className="portal-card workshop-form" aria-labelledby="brand-title">
      <h2 id="brand-title">{t("look.brand.title")}</h2>
      {colour && refused === null && (
        <div className="branded workshop-colour">
          <Swatch colour={colour.value} />
          <p>
            <bdi dir="ltr">{colour.value}</bdi> · {t("look.brand.measured", { ratio: ratio(colour.contrast), least })}
          </p>
          <p aria-hidden="true">
            <span className="button button--small">{t("look.brand.sampleButton")}</span>{" "}
            <span className="workshop-colour__link">{t("look.brand.sampleLink")}</span>
          </p>
        </div>
      )}
      {refused && (
        <div className="warning-note workshop-colour" role="alert">
          <Swatch colour={refused.value} />
          <p>{t("look.brand.tooPale", { colour: refused.value, ratio: ratio(refused.contrast), least })}</p>
          <Swatch colour={refused.nearest} />
          <DeedForm intent="brand">
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="shortName" value={shortName} />
            <input type="hidden" name="brandColour" value={refused.nearest} />
            <button type="submit" className="button button--small">
              {t("look.brand.nearest", { colour: refused.nearest })}
            </button>
          </DeedForm>
        </div>
      )}
      <DeedForm intent="brand">
        <fieldset disabled={!rest.mayChange}>
          <input type="hidden" name="version" value={version} />
          <TextField
            id="shortName"
            label={t("look.brand.shortName")}
            hint={organizationName ? t("look.brand.shortNameHint", { name: organizationName }) : undefined}
            error={rest.errorOf("shortName")}
            defaultValue={shortName}
            maxLength={60}
            dir="auto"
          />
          <TextField
            id="brandColour"
            label={t("look.brand.colour")}
            hint={t("look.brand.colourHint", { least })}
            error={rest.errorOf("brandColour")}
            defaultValue={typedColour}
            className="input--short"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={7}
            dir="ltr"
          />
          {rest.mayChange && (
            <>
              <p className="workshop-picker" hidden>
                <input
                  type="color"
                  data-picks="brandColour"
                  aria-label={t("look.brand.picker")}
                  defaultValue="#0f5257"
                />
              </p>
              <p
                id="brandColour-measured"
                aria-live="polite"
                data-good={t("look.brand.measured", { ratio: GAP, least })}
                data-pale={t("look.brand.pale", { ratio: GAP, least })}
              />
            </>
          )}
          {rest.mayChange && (
            <button type="submit" className="button button--small">
              {t("look.brand.save")}
            </button>
          )}
        </fieldset>
      </DeedForm>
    </section>
  );
}

/** A drawing, because pages have no styles of their own. */
function Swatch({ colour }: { colour: string }) {
  return (
    <svg className="workshop-swatch" viewBox="0 0 48 24" width="48" height="24" aria-hidden="true">
      <rect width="48" height="24" rx="4" fill={colour} />
    </svg>
  );
}
