import type { FinderPage } from "~/domain/lawmakers/finder-page";
import { decide } from "~/domain/lawmakers/shapes/decide";
import { openDistrictMap } from "./find-district/district-map";
import { canFindPosition, findPosition } from "./find-district/find-position";
import { type FinderParts, finderParts, say } from "./find-district/finder-parts";
import { shapesLoader } from "./find-district/load-shapes";
import { show, showAnswer } from "./find-district/show-answer";

/**
 * Finds the district on the device, by its position or by a tap on a map. The only thing it asks for are the
 * boundaries of the state, which the page's address names already; the position stays here and is forgotten.
 */
const root = document.querySelector<HTMLElement>("[data-district-finder]");
const parts = root && finderParts(root);

if (root && parts) {
  const page: FinderPage = JSON.parse(root.dataset.districtFinder ?? "");
  const load = shapesLoader(page);
  parts.without.hidden = true;
  parts.tools.hidden = false;
  offerPosition(parts, page, load);
  offerMap(parts, page, load);
}

function offerPosition(parts: FinderParts, page: FinderPage, load: ReturnType<typeof shapesLoader>) {
  const { locate, answer } = parts;
  if (!canFindPosition()) {
    locate.hidden = true;
    parts.promise.hidden = true;
    parts.insecure.hidden = false;
    return;
  }
  let isLooking = false;
  const find = async () => {
    if (isLooking) return;
    isLooking = true;
    show(answer, page, say(page, "looking"), []);
    const shapes = load().catch(() => null);
    const position = await findPosition();
    const found = await shapes;
    isLooking = false;
    if (position.kind !== "found") show(answer, page, say(page, position.kind), []);
    else if (found === null) showFailure(answer, page, find);
    else {
      const { point, accuracy } = position;
      showAnswer(answer, page, decide(found.lite, found.full, point, accuracy), accuracy);
    }
  };
  locate.addEventListener("click", find);
}

function offerMap(parts: FinderParts, page: FinderPage, load: ReturnType<typeof shapesLoader>) {
  const { openMap, map, answer } = parts;
  let isDrawn = false;
  const open = async () => {
    show(answer, page, say(page, "looking"), []);
    const shapes = await load().catch(() => null);
    if (shapes === null) return showFailure(answer, page, open);
    answer.replaceChildren();
    map.hidden = false;
    openMap.setAttribute("aria-expanded", "true");
    if (!isDrawn) openDistrictMap(parts, page, shapes);
    isDrawn = true;
    parts.canvas.focus();
  };
  openMap.addEventListener("click", () => {
    if (map.hidden) return void open();
    map.hidden = true;
    openMap.setAttribute("aria-expanded", "false");
  });
}

function showFailure(place: HTMLElement, page: FinderPage, again: () => unknown) {
  show(place, page, say(page, "failed"), []);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet button--small";
  button.textContent = say(page, "retry");
  button.addEventListener("click", () => void again());
  place.append(button);
}
