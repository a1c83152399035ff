/** `lite`: simplified, wrong near edges. `full`: as published. */
export const shapeDetails = ["lite", "full"] as const;
export type ShapeDetail = (typeof shapeDetails)[number];

/**
 * The boundaries of a state's districts, as the file that the browser gets. Like TopoJSON: lines are stored once,
 * on a grid, each as steps from point to point, and the rings of the districts name them.
 */
export interface ShapeDocument {
  format: 1;
  state: string;
  detail: ShapeDetail;
  /** Degrees of a step on the grid, east and north. */
  scale: [number, number];
  /** Degrees of the grid's origin, east and north. */
  translate: [number, number];
  /** How far, in metres, the lines may lie from the published ones. */
  shift: number;
  /** Each line as `encodeArc` writes it. */
  arcs: string[];
  /** The lines with another state on the far side: beyond all others is water or a foreign country. */
  land: number[];
  districts: {
    /** 0 = at large. */
    district: number;
    /** Polygons of rings, the outer one first, of lines by their index; `~index` is a line taken backwards. */
    polygons: number[][][];
  }[];
}

/** One line of a {@link ShapeDocument} or of a topology: a point on the grid, then steps. */
export type Steps = [number, number][];
