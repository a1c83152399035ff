/** Metres of a degree of latitude, on a sphere of the Earth's mean radius. */
export const METRES_PER_DEGREE = 111_195;

/** Metres of a degree of longitude at a latitude. */
export function metresPerDegreeEast(latitude: number): number {
  return METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
}

/** The square of the distance from a point to a line between two others, on a plane. */
export function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  const ex = x - ax - along * dx;
  const ey = y - ay - along * dy;
  return ex * ex + ey * ey;
}

/**
 * The distance in metres from a point to a line of points in degrees, good for some hundred kilometres, and the
 * index of the nearest stretch of the line.
 */
export function distanceToLine(
  longitude: number,
  latitude: number,
  line: ArrayLike<number>,
): { metres: number; index: number } {
  const east = metresPerDegreeEast(latitude);
  let least = Number.POSITIVE_INFINITY;
  let index = 0;
  // Relative to the point, so that it is the origin of the plane.
  let ax = ((line[0] ?? 0) - longitude) * east;
  let ay = ((line[1] ?? 0) - latitude) * METRES_PER_DEGREE;
  if (line.length === 2) return { metres: Math.hypot(ax, ay), index };
  for (let at = 2; at < line.length; at += 2) {
    const bx = ((line[at] ?? 0) - longitude) * east;
    const by = ((line[at + 1] ?? 0) - latitude) * METRES_PER_DEGREE;
    const squared = squaredDistance(0, 0, ax, ay, bx, by);
    if (squared < least) [least, index] = [squared, at / 2 - 1];
    ax = bx;
    ay = by;
  }
  return { metres: Math.sqrt(least), index };
}
