import { useTranslation } from "react-i18next";
import { useJobWords } from "./job-words";

export interface Count {
  name: string;
  waiting: number;
  dead: number;
  oldestAt: Date | null;
}

interface Props {
  counts: Count[];
  now: Date;
  base: string;
}

/** How much later work waits, for how long, and how much was given up. */
export function QueueTable({ counts, now, base }: Props) {
  const { t, i18n } = useTranslation("portal-trust");
  const number = new Intl.NumberFormat(i18n.language);
  const words = useJobWords();
  const age = useAge(now);
  if (counts.length === 0) {
    return (
      <section className="desk-part" aria-labelledby="queue-title">
        <h2 id="queue-title">{t("operations.queue")}</h2>
        <p>{t("operations.queueEmpty")}</p>
      </section>
    );
  }
  const sum = (of: (one: Count) => number) => number.format(counts.reduce((so, one) => so + of(one), 0));
  return (
    <section className="desk-part" aria-labelledby="queue-title">
      <h2 id="queue-title">{t("operations.queue")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard */}
      <section className="portal-table-box" tabIndex={0} aria-label={t("operations.queue")}>
        <table className="portal-table">
          <thead>
            <tr>
              <th scope="col">{t("operations.job")}</th>
              <th scope="col" className="number">
                {t("operations.waiting")}
              </th>
              <th scope="col">{t("operations.oldest")}</th>
              <th scope="col" className="number">
                {t("operations.dead")}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ name, waiting, dead, oldestAt }) => (
              <tr key={name}>
                <td>{words(name)}</td>
                <td className="number">{number.format(waiting)}</td>
                <td>{oldestAt === null ? "–" : age(oldestAt)}</td>
                <td className="number">
                  {dead === 0 ? (
                    number.format(dead)
                  ) : (
                    <a href={`${base}?job=${encodeURIComponent(name)}#dead`}>{number.format(dead)}</a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("operations.together")}</th>
              <td className="number">{sum(({ waiting }) => waiting)}</td>
              <td />
              <td className="number">{sum(({ dead }) => dead)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago something was, in the largest unit that fits. */
function useAge(now: Date): (at: Date) => string {
  const { i18n } = useTranslation();
  const format = new Intl.RelativeTimeFormat(i18n.language, { numeric: "auto" });
  return (at) => {
    const ms = Math.max(0, new Date(now).getTime() - new Date(at).getTime());
    if (ms < MINUTE_MS) return format.format(-Math.floor(ms / 1_000), "second");
    if (ms < HOUR_MS) return format.format(-Math.floor(ms / MINUTE_MS), "minute");
    if (ms < DAY_MS) return format.format(-Math.floor(ms / HOUR_MS), "hour");
    return format.format(-Math.floor(ms / DAY_MS), "day");
  };
}
