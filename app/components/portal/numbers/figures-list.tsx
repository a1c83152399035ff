import { type Figure, type Figures, shareOf } from "~/domain/numbers/figures";
import { useNumberWords } from "./use-number-words";

interface Props {
  figures: Figures;
  /** Counted signatures of all time. */
  total: number;
  /** People who said yes to the reader's organization; null for the host. */
  yeses?: number | null;
}

/** The numbers that sum a period up. */
export function FiguresList({ figures, total, yeses = null }: Props) {
  const { t, number, share } = useNumberWords();
  const { confirmed, signed, signedConfirmed, views, actions } = figures;
  return (
    <dl className="figure-list">
      <FigureOf name={t("figures.confirmed")} figure={confirmed} />
      <FigureOf name={t("figures.signed")} figure={signed} />
      <div>
        <dt>{t("figures.rate")}</dt>
        <dd>{share(shareOf(signedConfirmed.count, signed.count))}</dd>
      </div>
      <FigureOf name={t("figures.views")} figure={views} />
      <FigureOf name={t("figures.actions")} figure={actions} />
      <div>
        <dt>{t("figures.total")}</dt>
        <dd>{number(total)}</dd>
      </div>
      {yeses !== null && (
        <div>
          <dt>{t("figures.yeses")}</dt>
          <dd>{number(yeses)}</dd>
        </div>
      )}
    </dl>
  );
}

function FigureOf({ name, figure: { count, before } }: { name: string; figure: Figure }) {
  const { number } = useNumberWords();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{number(count)}</dd>
      {before !== null && (
        <dd className="figure-list__change">
          <Change count={count} before={before} />
        </dd>
      )}
    </div>
  );
}

/** How a number has changed, in words: colours say it to some people only. */
function Change({ count, before }: { count: number; before: number }) {
  const { t, number, share } = useNumberWords();
  if (count === before) return t("change.same");
  if (before === 0) return t("change.none");
  const part = Math.abs(count - before) / before;
  if (part < 0.005) return t("change.almost", { before: number(before) });
  const facts = { share: share(part), before: number(before) };
  return count > before ? t("change.more", facts) : t("change.less", facts);
}
