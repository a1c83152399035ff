const DAY_MS = 86_400_000;
/** 02:30 UTC, when few people sign. */
const TIME_OF_NIGHT_MS = 2.5 * 3_600_000;

/** Whether a recount is due: none was made since the last 02:30 UTC. A night that was missed is made up for. */
export function isRecountDue(lastAt: Date | null, now: Date): boolean {
  if (lastAt === null) return true;
  const midnight = Math.floor((now.getTime() - TIME_OF_NIGHT_MS) / DAY_MS) * DAY_MS;
  return lastAt.getTime() < midnight + TIME_OF_NIGHT_MS;
}
