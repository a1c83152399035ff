import { type DistrictShapes, districtShapes } from "~db/map/district-shapes";
import file from "~db/map/district-shapes.json";

let read: DistrictShapes | undefined;

/** The districts of the House as the product carries them. */
export function readDistrictShapes(): DistrictShapes {
  read ??= districtShapes.parse(file);
  return read;
}
