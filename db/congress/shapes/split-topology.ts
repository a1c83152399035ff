import { FactsError } from "../facts-error";
import type { ShapeDetail, ShapeDocument, Steps } from "./shape-document";
import type { Topology } from "./topology";

/** The part of a topology that is one state's: its own lines only, in the order of first use. */
export interface StateTopology extends Pick<ShapeDocument, "state" | "detail" | "scale" | "translate" | "districts"> {
  lines: {
    steps: Steps;
    /** The line's index in the whole topology. */
    origin: number;
    /** Whether another state lies on the far side. */
    isLand: boolean;
  }[];
}

/** Splits a topology by state. @throws {FactsError} when a ring names a line that is not there */
export function splitTopology(name: string, topology: Topology, detail: ShapeDetail): StateTopology[] {
  const byState = new Map<string, { district: number; polygons: number[][][] }[]>();
  for (const geometry of topology.objects.districts.geometries) {
    const [state = "", number = ""] = geometry.id.split("-");
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    const districts = byState.get(state) ?? [];
    districts.push({ district: Number(number), polygons });
    byState.set(state, districts);
  }

  const states = [...byState].map(([state, districts]) => {
    const used = new Map<number, number>();
    const renumber = (arc: number) => {
      const origin = arc < 0 ? ~arc : arc;
      if (topology.arcs[origin] === undefined) throw new FactsError(`${name} lacks a line of ${state}.`);
      const index = used.get(origin) ?? used.size;
      used.set(origin, index);
      return arc < 0 ? ~index : index;
    };
    const renumbered = districts
      .toSorted((a, b) => a.district - b.district)
      .map(({ district, polygons }) => ({
        district,
        polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(renumber))),
      }));
    return { state, districts: renumbered, used };
  });

  const uses = new Map<number, number>();
  for (const { used } of states) for (const origin of used.keys()) uses.set(origin, (uses.get(origin) ?? 0) + 1);
  return states.map(({ state, districts, used }) => ({
    state,
    detail,
    ...topology.transform,
    districts,
    lines: [...used.keys()].map((origin) => ({
      steps: topology.arcs[origin] ?? [],
      origin,
      isLand: (uses.get(origin) ?? 0) > 1,
    })),
  }));
}
