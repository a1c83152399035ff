/** Which file of boundaries, as its address says. */
export interface ShapeName {
  congress: number;
  state: string;
  detail: string;
  /** Of the content, which therefore never changes under its address. */
  hash: string;
}

export function shapeUrl({ congress, state, detail, hash }: ShapeName): string {
  return `/districts/${congress}/${state}-${detail}-${hash}.json`;
}

/** Null when an address is not that of a file of boundaries, whether or not there is one. */
export function parseShapeUrl(path: string): ShapeName | null {
  const match = /^\/districts\/(\d{3})\/([A-Z]{2})-(lite|full)-([0-9a-f]{16})\.json$/.exec(path);
  const [, congress, state, detail, hash] = match ?? [];
  if (congress === undefined || state === undefined || detail === undefined || hash === undefined) return null;
  return { congress: Number(congress), state, detail, hash };
}
