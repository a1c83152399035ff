const DAY_MS = 86_400_000;
const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(text: string): boolean {
  // Offsets such as +03:00 are zones to newer engines: they know nothing of summer time.
  if (!/^[A-Za-z][\w/+-]*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text, calendar: "gregory" });
    return true;
  } catch {
    return false;
  }
}

/** Every time zone that can be chosen; UTC first. */
export function listTimeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

/**
 * The moment at which clocks in a zone show a date and time.
 * @param text `2027-03-01T09:00`, as a browser's field for date and time gives it
 * @returns null where the text is no date and time. A time that clocks skip is moved on by as much as they skip; of two
 *   that are the same to the clock it is the first
 */
export function momentOf(text: string, timeZone: string): Date | null {
  const [, year, month, day, hour, minute] = (local.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) {
    return null;
  }
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  if (hour > 23 || minute > 59 || new Date(wanted).getUTCDate() !== day || year < 2000 || year > 2200) return null;
  // What the zone is ahead of UTC shortly before and after: between the two it changes once at most.
  const offsets = [offsetAt(wanted - DAY_MS, timeZone), offsetAt(wanted + DAY_MS, timeZone)];
  const fitting = offsets.map((offset) => wanted - offset).filter((at) => at + offsetAt(at, timeZone) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - (offsets[0] ?? 0));
}

/** What clocks in a zone show at a moment: `2027-03-01T09:00`. */
export function localTimeOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** How much clocks in a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(at / 1_000) * 1_000;
}
