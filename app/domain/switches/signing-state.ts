import type { SwitchBoard } from "./switches-source.server";

/** `paused`: this petition takes no new signature for now. `readOnly`: the whole site takes nothing. */
export type SigningState = "open" | "paused" | "readOnly";

/**
 * Whether the switches, and a campaign's own people, let somebody sign. Whether the petition itself is open is told by `isOpen`.
 * @param board null before the first reading: then nothing is known to be switched on
 */
export function signingState(
  board: SwitchBoard | null,
  campaign: { id: string; pausedAt?: Date | null },
): SigningState {
  if (board?.isOn("read-only")) return "readOnly";
  const isPaused = (campaign.pausedAt ?? null) !== null;
  return isPaused || board?.isOn("signatures-paused", campaign.id) ? "paused" : "open";
}
