import type { FinderPage } from "~/domain/lawmakers/finder-page";
import { colourDistricts, LOOKS } from "~/domain/lawmakers/shapes/colour-districts";
import { drawDistricts } from "~/domain/lawmakers/shapes/draw-districts";
import { placeLandmarks } from "~/domain/lawmakers/shapes/landmarks";
import { type MapView, type Spot, toSpot } from "~/domain/lawmakers/shapes/map-view";
import type { Shapes } from "./load-shapes";
import { svg } from "./svg";

/** Metres a unit from which the simplified shapes look the same. */
const COARSE = 300;
/** Units between two numbers at least; whoever zooms in sees the rest. */
const APART = 28;

/** Draws districts, towns and their names; a reader hears of them from the words beside the map. */
export function drawMap(page: FinderPage, { lite, full }: Shapes, view: MapView): SVGSVGElement {
  const { width, height } = view;
  const looks = colourDistricts(full);
  const drawn = drawDistricts(view.metresPerUnit > COARSE ? lite : full, view);
  const areas = drawn.map(({ district, path }) => {
    const look = looks.get(district) ?? 0;
    return svg("path", { d: path, class: "district-map__area", fill: `url(#look-${look})`, "fill-rule": "evenodd" });
  });
  const taken: Spot[] = [];
  const labels = drawn.flatMap(({ district, label }) => {
    const number = page.seats.find((seat) => seat.district === district)?.number;
    const isCrowded = taken.some((other) => label && Math.hypot(label[0] - other[0], label[1] - other[1]) < APART);
    if (label === null || number === undefined || isCrowded) return [];
    taken.push(label);
    return [svg("text", { x: label[0], y: label[1], class: "district-map__number" }, number)];
  });
  const towns = placeLandmarks(page.landmarks, view, taken).map(({ name, spot: [x, y] }) =>
    svg(
      "g",
      { class: "district-map__town" },
      svg("circle", { cx: x, cy: y, r: 2.5 }),
      svg("text", { x: x + 6, y: y + 4 }, name),
    ),
  );
  const box = { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", direction: "ltr" };
  return svg("svg", box, svg("defs", {}, ...patterns()), ...areas, ...towns, ...labels);
}

/** A colour and a pattern each, so that the colour alone tells nothing. */
function patterns(): SVGElement[] {
  const lines = ["M0 5H10", "M5 0V10", "M0 10L10 0", "M0 0L10 10", "M3 5H7", ""];
  return Array.from({ length: LOOKS }, (_, look) =>
    svg(
      "pattern",
      { id: `look-${look}`, width: 10, height: 10, patternUnits: "userSpaceOnUse", class: `look look--${look}` },
      svg("rect", { width: 10, height: 10 }),
      svg("path", { d: lines[look] ?? "" }),
    ),
  );
}

/** The cross that the arrow keys move and a tap sets. */
export function drawCross(): SVGGElement {
  return svg(
    "g",
    { class: "district-map__cross" },
    svg("circle", { r: 9 }),
    svg("path", { d: "M-16 0H-4M4 0H16M0-16V-4M0 4V16" }),
  );
}

export function moveCross(cross: SVGGElement, view: MapView, longitude: number, latitude: number) {
  const [x, y] = toSpot(view, longitude, latitude);
  cross.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
}
