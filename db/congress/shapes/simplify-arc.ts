import { METRES_PER_DEGREE, metresPerDegreeEast, squaredDistance } from "./metres";
import type { ShapeDocument, Steps } from "./shape-document";

/** Leaves out points of a line that lie within `tolerance` metres of what is left (Douglas and Peucker, 1973). */
export function simplifyArc(steps: Steps, grid: Pick<ShapeDocument, "scale" | "translate">, tolerance: number): Steps {
  const points = toPoints(steps);
  const latitude = (points[0]?.[1] ?? 0) * grid.scale[1] + grid.translate[1];
  const east = metresPerDegreeEast(latitude) * grid.scale[0];
  const north = METRES_PER_DEGREE * grid.scale[1];
  const plane = points.map(([x, y]): [number, number] => [x * east, y * north]);
  const isKept = new Uint8Array(points.length);
  isKept[0] = 1;
  isKept[points.length - 1] = 1;
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const a = plane[from] ?? [0, 0];
    const b = plane[to] ?? [0, 0];
    let farthest = -1;
    let most = tolerance ** 2;
    for (let at = from + 1; at < to; at++) {
      const [x, y] = plane[at] ?? [0, 0];
      const distance = squaredDistance(x, y, a[0], a[1], b[0], b[1]);
      if (distance <= most) continue;
      most = distance;
      farthest = at;
    }
    if (farthest === -1) continue;
    isKept[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  const kept = points.filter((_, at) => isKept[at] === 1);
  // A line that closes on itself needs a third point to stay a ring.
  const isRing = points[0]?.join() === points.at(-1)?.join();
  return isRing && kept.length < 4 ? steps : toSteps(kept);
}

function toPoints(steps: Steps): Steps {
  let east = 0;
  let north = 0;
  return steps.map(([dx, dy]) => {
    east += dx;
    north += dy;
    return [east, north];
  });
}

function toSteps(points: Steps): Steps {
  return points.map(([x, y], at) => {
    const before = points[at - 1];
    return before === undefined ? [x, y] : [x - before[0], y - before[1]];
  });
}
