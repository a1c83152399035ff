import { useTranslation } from "react-i18next";
import { type ShownFault, useFaultWords } from "./use-fault-words";

interface Props {
  faults: readonly ShownFault[];
  labelOf(field: string): string;
}

/** Names every fault of a text and leads to its field. What was typed is kept meanwhile. */
export function FaultSummary({ faults, labelOf }: Props) {
  const { t } = useTranslation("portal-texts");
  const wordsOf = useFaultWords();
  if (faults.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the faults are what the reader must hear first
    <div className="error-summary" role="alert" aria-labelledby="fault-summary-title" tabIndex={-1} autoFocus>
      <h2 id="fault-summary-title">{t("faults.summary")}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.fault} ${fault.detail}`}>
            <a href={`#${fault.field === "" ? "texts" : fault.field}`}>
              {labelOf(fault.field)}: {wordsOf(fault)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
