import { useTranslation } from "react-i18next";
import { useLocale } from "./use-locale";
import { useMomentWords } from "./use-moment-words";

interface Props {
  slug: string;
  /** Signing begins then; null where it has ended. */
  opensAt: Date | null;
  timeZone: string;
}

/** Stands in place of the sign form before a petition opens and after it closed: why, and what can be done meanwhile. */
export function SigningOver({ slug, opensAt, timeZone }: Props) {
  const { t } = useTranslation("sign");
  const locale = useLocale();
  const words = useMomentWords(timeZone);
  return (
    <section className="sign-form" id="sign" aria-labelledby="closed-title">
      <h2 id="closed-title">{opensAt === null ? t("closed.title") : t("notYet.title")}</h2>
      <p>{opensAt === null ? t("closed.body") : t("notYet.body", { moment: words(opensAt) })}</p>
      <p>
        <a className="button" href={`/${locale}/campaigns/${slug}/take-action`}>
          {t("closed.action")}
        </a>
      </p>
    </section>
  );
}
