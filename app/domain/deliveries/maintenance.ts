type Chamber = "house" | "senate";

interface Window {
  /** Sunday is 0; null: every day. */
  weekday: number | null;
  fromHour: number;
  toHour: number;
}

/** When the gateways are down by plan, US Eastern. */
const windows: Record<Chamber, readonly Window[]> = {
  house: [{ weekday: null, fromHour: 0, toHour: 6 }],
  senate: [
    { weekday: 0, fromHour: 0, toHour: 6 },
    { weekday: 3, fromHour: 5, toHour: 7 },
  ],
};

const MINUTE_MS = 60_000;
const clock = new Intl.DateTimeFormat("en-US", {
  calendar: "gregory",
  timeZone: "America/New_York",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** When the maintenance of a chamber's gateway that is on at `now` ends; null while there is none. */
export function maintenanceUntil(chamber: Chamber, now: Date): Date | null {
  let until = now;
  // The second look is for a night in which the clocks change.
  for (let look = 0; look < 2; look++) {
    const minutes = minutesLeft(chamber, until);
    if (minutes === 0) break;
    until = new Date(until.getTime() + minutes * MINUTE_MS);
  }
  return until === now ? null : until;
}

function minutesLeft(chamber: Chamber, at: Date): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = weekdays.indexOf(parts.weekday ?? "");
  const minutes = Number(parts.hour) * 60 + Number(parts.minute);
  const window = windows[chamber].find(
    (one) =>
      (one.weekday === null || one.weekday === weekday) && minutes >= one.fromHour * 60 && minutes < one.toHour * 60,
  );
  return window === undefined ? 0 : window.toHour * 60 - minutes;
}

const day = new Intl.DateTimeFormat("en-CA", {
  dateStyle: "short",
  calendar: "gregory",
  timeZone: "America/New_York",
});

/** The day in Washington, YYYYMMDD. */
export function washingtonDay(at: Date): string {
  const parts = Object.fromEntries(day.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}${parts.month}${parts.day}`;
}
