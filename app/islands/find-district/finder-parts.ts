import type { FinderPage, FinderSentence } from "~/domain/lawmakers/finder-page";

/** The parts of the finder that the page holds. */
export function finderParts(root: HTMLElement) {
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-finder=${name}]`);
  const parts = {
    without: part("without"),
    tools: part("tools"),
    locate: part<HTMLButtonElement>("locate"),
    promise: part("promise"),
    insecure: part("insecure"),
    openMap: part<HTMLButtonElement>("open-map"),
    map: part("map"),
    canvas: part("canvas"),
    zoomIn: part("zoom-in"),
    zoomOut: part("zoom-out"),
    choose: part("choose"),
    underCross: part("under-cross"),
    answer: part("answer"),
  };
  return isWhole(parts) ? parts : null;
}

type Whole<T> = { [K in keyof T]: NonNullable<T[K]> };
export type FinderParts = NonNullable<ReturnType<typeof finderParts>>;

function isWhole<T extends object>(parts: T): parts is T & Whole<T> {
  return Object.values(parts).every((part) => part !== null);
}

/** A sentence with what the device knows; each name keeps its own direction of writing. */
export function say({ words }: FinderPage, sentence: FinderSentence, values: Record<string, string> = {}): string {
  return words[sentence].replace(/\{(\w+)\}/g, (whole, key: string) =>
    values[key] === undefined ? whole : `\u2068${values[key]}\u2069`,
  );
}
