import { useTranslation } from "react-i18next";
import type { LinkFault } from "~/domain/partner-actions/link-checker";
import { Moment } from "../portal-form";

interface Props {
  link: {
    state: "unchecked" | "works" | "dead";
    fault: LinkFault | null;
    status: number | null;
    checkedAt: Date | null;
  };
  timeZone: string;
}

/** Whether a link works, in one word. */
export function LinkTag({ link }: Pick<Props, "link">) {
  const { t } = useTranslation("portal-routing");
  return <span className={`state-tag link-tag--${link.state}`}>{t(`link.${link.state}`)}</span>;
}

/** The same, with why and when. */
export function LinkStory({ link: { state, fault, status, checkedAt }, timeZone }: Props) {
  const { t } = useTranslation("portal-routing");
  if (checkedAt === null) return <p className="visually-muted">{t("link.uncheckedLead")}</p>;
  return (
    <p className={state === "dead" ? "warning-note" : "visually-muted"}>
      {fault && <>{t(`link.faults.${fault}`, { status })} </>}
      {state === "works" && status !== null && <>{t("link.answers", { status })}. </>}
      {t("link.seen")} <Moment at={checkedAt} timeZone={timeZone} />
    </p>
  );
}
