import { finderAnswer } from "~/domain/lawmakers/finder-answer";
import type { FinderPage, FinderSeat } from "~/domain/lawmakers/finder-page";
import type { Decision } from "~/domain/lawmakers/shapes/decide";
import { say } from "./finder-parts";

const METRES_PER_MILE = 1_609.344;
/** Metres from which it is the position that is imprecise, not the boundary that is near. */
const IMPRECISE = 500;

/** Says where a spot lies, and offers to go on: the person presses it, nothing jumps. */
export function showAnswer(place: HTMLElement, page: FinderPage, decision: Decision, accuracy: number) {
  const answer = finderAnswer(page, decision);
  const distance = () => inMiles(accuracy);
  const seatOf = (district: number) => page.seats.filter((seat) => seat.district === district);
  switch (answer.kind) {
    case "sure":
    case "outsideZip": {
      const seats = seatOf(answer.district);
      const [seat] = seats;
      const values = { district: seat?.label ?? "", name: seat?.member ?? "" };
      const sure = seat?.member ? "sure" : "sureVacant";
      return show(place, page, say(page, answer.kind === "sure" ? sure : "outsideZip", values), seats);
    }
    case "near":
    case "outsideZipNear": {
      const near = accuracy > IMPRECISE ? "imprecise" : "near";
      const sentence = say(page, answer.kind === "near" ? near : "outsideZipNear", { distance: distance() });
      return show(place, page, sentence, answer.districts.flatMap(seatOf));
    }
    case "tooImprecise":
      return show(place, page, say(page, "tooImprecise", { distance: distance() }), []);
    case "outside":
      return show(place, page, say(page, "outside"), []);
  }
}

export function show(place: HTMLElement, page: FinderPage, sentence: string, seats: FinderSeat[]) {
  const paragraph = document.createElement("p");
  paragraph.textContent = sentence;
  place.replaceChildren(paragraph);
  if (seats.length === 0) return;
  const list = document.createElement("ul");
  list.className = "choices";
  list.append(...seats.map((seat) => choice(page, seat, seats.length > 1)));
  place.append(list);
}

function choice(page: FinderPage, seat: FinderSeat, isNamed: boolean): HTMLLIElement {
  const link = document.createElement("a");
  link.className = "choice";
  link.href = seat.href;
  const words = document.createElement("span");
  words.className = "choice__name";
  words.textContent = say(page, "goOn", { district: seat.label });
  link.append(words);
  if (isNamed && seat.member !== null) {
    const name = document.createElement("bdi");
    name.className = "muted";
    name.lang = "en";
    name.textContent = seat.member;
    link.append(name);
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function inMiles(metres: number): string {
  const format = { style: "unit", unit: "mile", unitDisplay: "long", maximumSignificantDigits: 2 } as const;
  return new Intl.NumberFormat(document.documentElement.lang, format).format(metres / METRES_PER_MILE);
}
