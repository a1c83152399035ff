import { useTranslation } from "react-i18next";
import type { Fit, Room } from "~/domain/lawmakers/compose/message-length";

/** How long a message is, and in words what to cut where it is too long for the office. */
export function MessageLength({ fit, room }: { fit: Fit; room: Room }) {
  const { t, i18n } = useTranslation("write");
  const number = new Intl.NumberFormat(i18n.language);
  const over = number.format(fit.over);
  const beginnings = fit.cuts.map((cut) => `“${cut}”`).join(" ");
  const isCuttable = fit.cuts.length > 0 && !fit.isStoryTooLong;

  return (
    <div className="write__length">
      <p className="muted">
        <span data-count="">
          {t("length.count", { length: number.format(fit.length), limit: number.format(fit.limit) })}
        </span>{" "}
        {room.isOfForm ? t("length.ofForm") : t("length.ofCampaign")}
      </p>
      <p className="notice notice--over" role="status" hidden={fit.over === 0 && fit.subjectOver === 0} data-over="">
        {fit.over > 0 && (isCuttable ? t("length.cut", { over, beginnings }) : t("length.cutStory", { over }))}{" "}
        {fit.subjectOver > 0 && t("length.subject", { over: number.format(fit.subjectOver) })}
      </p>
    </div>
  );
}
