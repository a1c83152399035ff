import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  path: string;
  current: string;
  tabs: { state: string; words: string; count: number }[];
}

/** Leads to the parts of a list, with how many are in each. */
export function StateTabs({ label, path, current, tabs }: Props) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <nav className="state-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ state, words, count }) => (
          <li key={state}>
            <a href={`${path}?state=${state}`} aria-current={state === current ? "page" : undefined}>
              {words} <span className="state-tabs__count">{number.format(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
