import { useTranslation } from "react-i18next";
import { languageName } from "~/i18n/language-name";

interface Props {
  /** Without the language. */
  path: string;
  locale: string;
  /** In which it can be seen. */
  locales: readonly string[];
  hasLanding: boolean;
}

const widths = [360, 768, 1280] as const;

/** The public page beside its texts, at the width of a phone, a tablet or a desk. Links lead the frame to other languages. */
export function PreviewPane({ path, locale, locales, hasLanding }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
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
            {t("preview.pixels", { width })}
          </label>
        ))}
      </fieldset>
      <details className="preview__links">
        <summary>{t("preview.languages")}</summary>
        <ul>
          {locales.map((one) => (
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
        </ul>
      </details>
      <p>
        <a href={`${path}/${locale}`} target="_blank" rel="noopener">
          {t("preview.alone")}
        </a>
      </p>
      <div className="preview__box">
        <iframe name="preview" title={t("preview.frame")} src={`${path}/${locale}`} data-preview />
      </div>
    </section>
  );
}
