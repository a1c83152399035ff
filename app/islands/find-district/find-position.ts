import type { Point } from "~/domain/lawmakers/shapes/state-shapes";

export type Position =
  | { kind: "found"; point: Point; accuracy: number }
  | { kind: "denied" | "unavailable" | "timeout" };

/** Whether the browser would tell: pages without a secure connection are not told. */
export const canFindPosition = (): boolean => window.isSecureContext && "geolocation" in navigator;

/** Asks the browser for the position, once. A few minutes old and to a street's breadth is good enough. */
export function findPosition(): Promise<Position> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ kind: "found", point: { latitude, longitude }, accuracy }),
      ({ code }) => resolve({ kind: code === 1 ? "denied" : code === 3 ? "timeout" : "unavailable" }),
      { enableHighAccuracy: false, maximumAge: 600_000, timeout: 8_000 },
    );
  });
}
