import { districtName } from "./district-name";
import type { CongressFacts } from "./facts";
import { FactsError } from "./facts-error";
import { readShape } from "./shapes/read-shape";
import { shapeDetails } from "./shapes/shape-document";

/**
 * Refuses boundaries that are damaged, or that are not of exactly the districts there are. None at all is right:
 * the districts are then chosen from a list only.
 * @throws {FactsError}
 */
export function checkShapes({ shapes, districts }: CongressFacts): void {
  if (shapes.length === 0) return;
  for (const state of new Set(districts.map((seat) => seat.state))) {
    const seats = districts.filter((seat) => seat.state === state).map(districtName);
    for (const detail of shapeDetails) {
      const found = shapes.filter((shape) => shape.state === state && shape.detail === detail);
      const [shape] = found;
      if (shape === undefined) throw new FactsError(`The ${detail} boundaries of ${state} are missing.`);
      if (found.length > 1) throw new FactsError(`The ${detail} boundaries of ${state} are there twice.`);
      const drawn = readShape(shape).districts.map(({ district }) => districtName({ state, district }));
      if (drawn.toSorted().join() !== seats.toSorted().join()) {
        throw new FactsError(`The ${detail} boundaries of ${state} are not those of its ${seats.length} districts.`);
      }
    }
  }
}
