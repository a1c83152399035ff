/** Puts the caller's own words and choices into the script. They stay on this page: nothing is sent and nothing is kept. */
const words = document.querySelector<HTMLElement>("[data-script-words]");
const script = document.querySelector<HTMLElement>("[data-script]");

if (words && script) {
  words.hidden = false;
  const fields = [...words.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-fills]")];
  for (const field of fields) {
    field.addEventListener("input", () => fill(field.dataset.fills ?? "", field.value));
    // A browser that goes back puts in again what was typed.
    fill(field.dataset.fills ?? "", field.value);
  }
  for (const group of words.querySelectorAll<HTMLElement>("[data-most]")) {
    group.addEventListener("change", () => pick(group));
    pick(group);
  }
}

function fill(slot: string, value: string) {
  const typed = value.trim();
  for (const place of script?.querySelectorAll<HTMLElement>(`[data-slot="${slot}"]`) ?? []) {
    place.textContent = typed || (place.dataset.open ?? "");
    place.classList.toggle("script__slot--filled", typed !== "");
  }
  for (const line of script?.querySelectorAll<HTMLElement>(`[data-needs="${slot}"]`) ?? []) line.hidden = typed === "";
}

/** Shows the chosen lines only, and all while nothing is chosen. Where enough are chosen, the others wait. */
function pick(group: HTMLElement) {
  const boxes = [...group.querySelectorAll<HTMLInputElement>("[data-picks]")];
  const chosen = boxes.filter((box) => box.checked).map((box) => box.dataset.picks);
  const isFull = chosen.length >= Number(group.dataset.most);
  for (const box of boxes) box.disabled = isFull && !box.checked;
  for (const line of script?.querySelectorAll<HTMLElement>("[data-option]") ?? []) {
    line.hidden = chosen.length > 0 && !chosen.includes(line.dataset.option);
  }
  for (const hint of script?.querySelectorAll<HTMLElement>("[data-pick-hint]") ?? []) hint.hidden = chosen.length > 0;
}

export {};
