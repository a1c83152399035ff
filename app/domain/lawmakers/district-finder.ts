import type { CongressIndex } from "./congress-index";
import type { FactsIndex } from "./facts-in-force";
import type { YourLawmakers } from "./find-your-lawmakers";
import { type Landmark, metresBetween } from "./shapes/landmarks";
import { shapeUrl } from "./shapes/shape-url";
import type { Point } from "./shapes/state-shapes";
import { stateName } from "./state-names";

/** What a device needs to find the district of a place by itself. */
export interface DistrictFinderView {
  state: { state: string; name: string };
  zip: string | null;
  /** Addresses of the state's boundaries, simplified and full. */
  lite: string;
  full: string;
  /** Every seat of the state. `isLikely`: the ZIP code reaches it, or there is no ZIP code. */
  seats: { district: number; member: string | null; isLikely: boolean }[];
  /** What the map shows at first: so many metres to each side of a place. */
  middle: Point;
  metres: number;
  /** Towns about there, the ZIP code's own first, then the best-known. */
  landmarks: Landmark[];
}

const MOST_LANDMARKS = 40;
/** Neighbours of a ZIP code that its map shows at least. */
const NEIGHBOURS = 10;
const LEAST_METRES = 3_000;
const MOST_METRES = 60_000;
/** How far beyond the first view landmarks go, for whoever zooms out. */
const BEYOND = 4;

/** Null where nothing is to be found on the device: the seat is known, or the boundaries are not. */
export function districtFinder(index: FactsIndex, yours: YourLawmakers): DistrictFinderView | null {
  if (yours.step !== "chooseDistrict" || yours.hasEnded) return null;
  const facts = index.find(({ origin }) => origin.congress === yours.facts.congress);
  const { state, zip } = yours;
  const seats = [...(facts?.seats.values() ?? [])].filter((seat) => seat.state === state);
  const lite = facts?.shapes.find((shape) => shape.state === state && shape.detail === "lite");
  const full = facts?.shapes.find((shape) => shape.state === state && shape.detail === "full");
  if (facts === undefined || lite === undefined || full === undefined || seats.length < 2) return null;

  const likely = new Set(
    [...yours.seats, ...yours.others].map(({ district, state: of }) => (of === state ? district : -1)),
  );
  const { congress } = facts.origin;
  return {
    state: { state, name: stateName(state) },
    zip,
    lite: shapeUrl({ congress, ...lite }),
    full: shapeUrl({ congress, ...full }),
    seats: seats.map(({ district, lawmaker }) => ({
      district,
      member: lawmaker?.name ?? null,
      isLikely: zip === null || likely.has(district),
    })),
    ...surroundings(facts, state, zip),
  };
}

/** Where the map begins, and the towns to know the way from. */
function surroundings(facts: CongressIndex, state: string, zip: string | null) {
  const own = zip === null ? null : facts.placeOf(zip);
  const places = [...facts.allPlaces()];
  const ofState = places.filter((place) => place.state === state);
  const middle = own !== null && own.state === state ? own : average(ofState);
  const byDistance = (own === null ? ofState : places)
    .map((place) => ({ place, metres: metresBetween(place, middle) }))
    .sort((a, b) => a.metres - b.metres);
  const metres =
    own === null
      ? (byDistance[Math.floor(byDistance.length * 0.9)]?.metres ?? MOST_METRES)
      : Math.min(Math.max(1.3 * (byDistance[NEIGHBOURS]?.metres ?? 0), LEAST_METRES), MOST_METRES);

  const towns = new Map<string, { zips: number; landmark: Landmark }>();
  for (const { place, metres: far } of byDistance) {
    if (far > metres * BEYOND) break;
    const { place: name, latitude, longitude } = place;
    const town = towns.get(name) ?? { zips: 0, landmark: { name, latitude, longitude } };
    towns.set(name, { ...town, zips: town.zips + 1 });
  }
  const [first, ...others] = [...towns.values()];
  const known = others.sort((a, b) => b.zips - a.zips).slice(0, MOST_LANDMARKS - 1);
  return {
    middle: { latitude: middle.latitude, longitude: middle.longitude },
    metres: Math.round(metres),
    landmarks: [...(first ? [first] : []), ...known].map(({ landmark }) => landmark),
  };
}

function average(points: readonly Point[]): Point {
  const sum = points.reduce(
    (all, { latitude, longitude }) => ({ latitude: all.latitude + latitude, longitude: all.longitude + longitude }),
    { latitude: 0, longitude: 0 },
  );
  const count = Math.max(points.length, 1);
  return { latitude: sum.latitude / count, longitude: sum.longitude / count };
}
