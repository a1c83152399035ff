/**
 * The part of a ring within a box (Sutherland and Hodgman, 1974). Where it is cut, it runs along the box's edge, so
 * take a box a little larger than what is shown. Empty when nothing is left.
 */
export function clipRing(
  ring: ArrayLike<number>,
  [west, south, east, north]: readonly [number, number, number, number],
) {
  let points = Array.from(ring);
  points = clip(points, (x) => x - west);
  points = clip(points, (x) => east - x);
  points = clip(points, (_, y) => y - south);
  return clip(points, (_, y) => north - y);
}

/** Keeps what lies where `depth` is not negative. */
function clip(points: number[], depth: (x: number, y: number) => number): number[] {
  const kept: number[] = [];
  let ax = points[points.length - 2] ?? 0;
  let ay = points[points.length - 1] ?? 0;
  let a = depth(ax, ay);
  for (let at = 0; at < points.length; at += 2) {
    const bx = points[at] ?? 0;
    const by = points[at + 1] ?? 0;
    const b = depth(bx, by);
    if (a >= 0 !== b >= 0) {
      const part = a / (a - b);
      kept.push(ax + part * (bx - ax), ay + part * (by - ay));
    }
    if (b >= 0) kept.push(bx, by);
    ax = bx;
    ay = by;
    a = b;
  }
  return kept;
}
