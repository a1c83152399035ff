import { type WorldShapes, worldShapes } from "~db/map/world-shapes";
import file from "~db/map/world-shapes.json";

let read: WorldShapes | undefined;

/** The countries of the world as the product carries them. */
export function readWorldShapes(): WorldShapes {
  read ??= worldShapes.parse(file);
  return read;
}
