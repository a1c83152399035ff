import { edgeDistances } from "./distances";
import { districtAt } from "./district-at";
import { type Point, pointIn, type StateShapes } from "./state-shapes";

/** Metres: within them of a simplified edge, the full shapes are looked at in any case. */
const LITE_MARGIN = 500;
/** Metres that no device and no map is better than. */
const FULL_MARGIN = 50;
/** Metres off the shore at which a pier or a boat still belongs to somebody. */
const OFFSHORE = 5_000;

export type Decision =
  | { kind: "sure"; district: number }
  /** The districts it may be, the nearest first. */
  | { kind: "unsure"; districts: number[] }
  /** Not in this state. */
  | { kind: "outside" };

/**
 * The district of a point that is known to `accuracy` metres. Pure, so that the browser decides and nobody is told.
 * The simplified shapes answer where their edges, which may be wrong by their `shift`, are farther away than
 * could matter; so they never say otherwise than the full ones.
 */
export function decide(lite: StateShapes, full: StateShapes, point: Point, accuracy: number): Decision {
  const known = Number.isFinite(accuracy) ? Math.max(0, accuracy) : Number.POSITIVE_INFINITY;
  const here = pointIn(full, point);
  const simple = districtAt(lite, here);
  if (simple !== null) {
    const edge = edgeDistances(lite, here)[0]?.metres ?? 0;
    if (edge > Math.max(known + lite.shift, LITE_MARGIN)) return { kind: "sure", district: simple };
  }
  return decideInFull(full, here, Math.max(known, FULL_MARGIN, full.shift));
}

function decideInFull(full: StateShapes, here: Point, reach: number): Decision {
  const inside = districtAt(full, here);
  const edges = edgeDistances(full, here);
  const others = edges.filter(({ district, metres }) => district !== inside && metres <= reach);
  const districts = [...(inside === null ? [] : [inside]), ...others.map(({ district }) => district)];
  if (inside !== null && districts.length === 1) return { kind: "sure", district: inside };
  if (districts.length > 0) return { kind: "unsure", districts };

  const nearest = edges[0];
  // Beyond a border on land, the ground is another state's; beyond a shore it is nobody's.
  if (nearest === undefined || nearest.metres > OFFSHORE || nearest.isLand) return { kind: "outside" };
  return { kind: "unsure", districts: [nearest.district] };
}
