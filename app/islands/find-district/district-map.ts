import type { FinderPage } from "~/domain/lawmakers/finder-page";
import { decide } from "~/domain/lawmakers/shapes/decide";
import { districtAt } from "~/domain/lawmakers/shapes/district-at";
import { nearestLandmark } from "~/domain/lawmakers/shapes/landmarks";
import { type MapView, toPoint, toSpot } from "~/domain/lawmakers/shapes/map-view";
import { type Point, pointIn } from "~/domain/lawmakers/shapes/state-shapes";
import { drawCross, drawMap, moveCross } from "./draw-map";
import { type FinderParts, say } from "./finder-parts";
import type { Shapes } from "./load-shapes";
import { showAnswer } from "./show-answer";

/** Units: how far an arrow key goes, how near the edge the map follows, and how far off a finger or the cross is. */
const STEP = 14;
const EDGE = 24;
const FINGER = 8;
const CROSS = 3;
const ZOOM = 1.8;
const FINEST = 3;
const COARSEST = 6_000;
const SPEAK_AFTER_MS = 300;
const arrows = new Map([
  ["ArrowUp", [0, -STEP]],
  ["ArrowDown", [0, STEP]],
  ["ArrowLeft", [-STEP, 0]],
  ["ArrowRight", [STEP, 0]],
]);

/** A map to tap on, or to go over with the keyboard. It opens where the ZIP code is, and nothing is chosen. */
export function openDistrictMap(parts: FinderParts, page: FinderPage, shapes: Shapes) {
  const { canvas } = parts;
  const width = Math.max(canvas.clientWidth, 200);
  const height = Math.round(Math.min(width * 0.8, 440));
  const view: MapView = {
    centre: pointIn(shapes.full, page.middle),
    width,
    height,
    metresPerUnit: Math.min((2 * page.metres) / Math.min(width, height), COARSEST),
  };
  let here: Point = view.centre;
  const cross = drawCross();
  let speaking: ReturnType<typeof setTimeout> | undefined;

  function draw() {
    const map = drawMap(page, shapes, view);
    map.append(cross);
    canvas.replaceChildren(map);
    moveCross(cross, view, here.longitude, here.latitude);
  }

  function moveTo(point: Point) {
    here = point;
    const [x, y] = toSpot(view, point.longitude, point.latitude);
    if (x < EDGE || y < EDGE || x > width - EDGE || y > height - EDGE) {
      view.centre = point;
      draw();
    }
    moveCross(cross, view, here.longitude, here.latitude);
    clearTimeout(speaking);
    speaking = setTimeout(speak, SPEAK_AFTER_MS);
  }

  function speak() {
    const district = districtAt(shapes.full, here);
    const seat = page.seats.find((known) => known.district === district);
    const values = { place: nearestLandmark(page.landmarks, here)?.name ?? "", district: seat?.label ?? "" };
    parts.underCross.textContent = say(page, seat ? "underCross" : "underCrossNobody", values);
  }

  function choose(units: number) {
    const accuracy = units * view.metresPerUnit;
    showAnswer(parts.answer, page, decide(shapes.lite, shapes.full, here, accuracy), accuracy);
  }

  function zoom(factor: number) {
    view.metresPerUnit = Math.min(Math.max(view.metresPerUnit * factor, FINEST), COARSEST);
    view.centre = here;
    draw();
  }

  canvas.addEventListener("click", (event) => {
    const { left, top } = canvas.getBoundingClientRect();
    const spot = [event.clientX - left - canvas.clientLeft, event.clientY - top - canvas.clientTop] as const;
    moveTo(toPoint(view, spot));
    choose(FINGER);
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [dx, dy] = arrows.get(event.key) ?? [];
    if (dx !== undefined && dy !== undefined) {
      const [x, y] = toSpot(view, here.longitude, here.latitude);
      moveTo(toPoint(view, [x + dx, y + dy]));
    } else if (event.key === "Enter" || event.key === " ") choose(CROSS);
    else if (event.key === "+" || event.key === "=") zoom(1 / ZOOM);
    else if (event.key === "-") zoom(ZOOM);
    else return;
    event.preventDefault();
  });
  parts.zoomIn.addEventListener("click", () => zoom(1 / ZOOM));
  parts.zoomOut.addEventListener("click", () => zoom(ZOOM));
  parts.choose.addEventListener("click", () => choose(CROSS));
  draw();
  speak();
}
