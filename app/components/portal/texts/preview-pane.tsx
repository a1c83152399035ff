import { useTranslation } from "react-i18next";
import { languageName } from "~/i18n/language-name";

interface Props {
  /** Without the language. */
  path: string;
  locale: string;
  locales: readonly string[];
  hasLanding: boolean;
}

const widths = [360, 768, 1280] as const;

/** The public page beside its texts, at the width of a phone, a tablet or a desk. Links lead the frame to other languages. */
export function PreviewPane({ path, locale, locales, hasLanding }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
  const shown = locales.includes(locale) ? locales : [...locales, locale];
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t("preview.title")}</h2>
      <p className="visually-muted">{t("preview.lead")}</p>
      <fieldset className="preview__widths">
        <legend>{t("preview.width")}</legend>
        {widths.map((width) => (
          <label key={width} htmlFor={`preview-${width}`}>
            <input
              type="radio"
              name="preview-width"
              id={`preview-${width}`}
              value={width}
              defaultChecked={width === 360}
            />
            <Pixels width={width} />
          </label>
        ))}
      </fieldset>
      <nav className="preview__links" aria-label={t("preview.languages")}>
        <ul>
          {shown.map((one) => (
            <li key={one}>
              <a href={`${path}/${one}`} target="preview">
                {languageName(one, i18n.language)}
              </a>
              {hasLanding && (
                <>
                  {" · "}
                  <a href={`${path}/${one}?page=landing`} target="preview">
                    {t("preview.landing")}
                  </a>
                </>
              )}
            </li>
          ))}
          <li>
            <a href={`${path}/${locale}`} target="_blank" rel="noopener">
              {t("preview.alone")}
            </a>
          </li>
        </ul>
      </nav>
      <div className="preview__box">
        <iframe name="preview" title={t("preview.frame")} src={`${path}/${locale}`} data-preview />
      </div>
    </section>
  );
}

function Pixels({ width }: { width: number }) {
  const { i18n } = useTranslation("portal-texts");
  return new Intl.NumberFormat(i18n.language, { style: "unit", unit: "pixel" }).format(width);
}
