import type { Locale } from "~/i18n/locales";
import type { Weight } from "./weigh-pages";

const KB = 1_000;
/** The landing page, each campaign, and what its signers can do next, wherever they live. */
const campaignPage = /^(\/campaigns\/[\w-]+(\/take-action)?)?(\?|$)/;

type Goal = Pick<Weight, "total" | "script">;
/** What a first visit may cost whom it reaches on a slow phone. */
const campaignGoal: Goal = { total: 60 * KB, script: 10 * KB };
const otherGoal: Goal = { total: 80 * KB, script: 20 * KB };

export function weightGoal(path: string): Goal {
  return campaignPage.test(path) ? campaignGoal : otherGoal;
}

/** Our fonts for a language: where systems may lack its letters those, in Latin letters that of the headings. */
export function ownFonts(locale: Locale): string[] {
  if (locale === "ur") return ["naskh-urdu"];
  const byScript: Record<string, string[]> = {
    Arab: ["naskh-arabic"],
    Beng: ["sans-bengali"],
    Deva: ["sans-devanagari"],
    Hant: [],
    Latn: ["serif-latin"],
  };
  return byScript[new Intl.Locale(locale).maximize().script ?? ""] ?? [];
}

/** A table of pages by locale: kB in total, and of these the kB of script. */
export function weightTable(weights: ReadonlyMap<string, ReadonlyMap<string, Weight>>): string {
  const locales = [...weights.keys()];
  const paths = [...new Set([...weights.values()].flatMap((pages) => [...pages.keys()]))];
  const width = Math.max(...paths.map((path) => path.length), 4) + 2;
  const cell = (weight: Weight | undefined) => (weight ? (weight.total / KB).toFixed(1) : "–").padStart(8);
  const rows = paths.map((path) => {
    const { total, script } = weightGoal(path);
    const goal = `${total / KB}/${script / KB}`.padStart(8);
    const scripts = Math.max(...locales.map((locale) => weights.get(locale)?.get(path)?.script ?? 0));
    const cells = locales.map((locale) => cell(weights.get(locale)?.get(path)));
    return `${path.padEnd(width)}${goal}${(scripts / KB).toFixed(1).padStart(8)}${cells.join("")}`;
  });
  const head = ["goal", "script", ...locales].map((name) => name.padStart(8)).join("");
  return [`kB of a first visit${" ".repeat(Math.max(0, width - 19))}${head}`, ...rows].join("\n");
}
