/** The First Congress began in 1789, and each lasts two years. */
const FIRST_YEAR = 1789;

/**
 * When a Congress begins and ends: 3 January, noon Eastern, which is 17:00 UTC in winter
 * (20th Amendment, section 1).
 */
export function congressDates(congress: number): { validFrom: Date; validUntil: Date } {
  const noonOf = (year: number) => new Date(Date.UTC(year, 0, 3, 17));
  const begins = FIRST_YEAR + 2 * (congress - 1);
  return { validFrom: noonOf(begins), validUntil: noonOf(begins + 2) };
}

/** The Congress that ends on a day given as YYYY-MM-DD, or null when none does. */
export function congressEndingOn(day: string): number | null {
  const match = /^(\d{4})-01-03$/.exec(day);
  if (match === null) return null;
  const congress = (Number(match[1]) - FIRST_YEAR) / 2;
  return Number.isInteger(congress) ? congress : null;
}

/** "119th", "121st": for messages to whoever runs a command. */
export function ordinal(congress: number): string {
  const tens = congress % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][congress % 10] ?? "th");
  return `${congress}${suffix}`;
}

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === text;
}
