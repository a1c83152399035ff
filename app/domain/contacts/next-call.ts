import { channelsDone, type DoneContact } from "./flow-progress";

/**
 * The office that is called after this one: the next in their order that was not called yet. Null at the end. Offices that
 * were skipped are not asked for again; the last screen names them.
 */
export function nextToCall(
  offices: readonly string[],
  progress: readonly DoneContact[],
  after: string | null,
): string | null {
  const from = after === null ? 0 : offices.indexOf(after) + 1;
  return offices.slice(from).find((office) => !channelsDone(progress, office).includes("phone")) ?? null;
}
