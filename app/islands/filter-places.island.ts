/** Lets one search among the boxes for places; without script they are found by continent. */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

for (const picker of document.querySelectorAll<HTMLElement>("[data-place-picker]")) {
  const search = picker.querySelector<HTMLElement>("[data-place-search]");
  const input = search?.querySelector("input");
  const status = search?.querySelector<HTMLElement>("[data-found]");
  if (!search || !input) continue;
  const continents = [...picker.querySelectorAll<HTMLDetailsElement>("[data-continent]")].map((details) => ({
    details,
    wasOpen: details.open,
    places: [...details.querySelectorAll<HTMLElement>("[data-place]")].map((place) => ({
      place,
      words: plain(place.textContent ?? ""),
    })),
  }));
  search.hidden = false;

  const filter = () => {
    const wanted = plain(input.value.trim());
    let found = 0;
    for (const { details, wasOpen, places } of continents) {
      let here = 0;
      for (const { place, words } of places) {
        const fits = words.includes(wanted);
        place.hidden = !fits;
        if (fits) here++;
      }
      found += here;
      details.hidden = here === 0;
      details.open = wanted === "" ? wasOpen || details.querySelector("input:checked") !== null : here > 0;
    }
    if (status) status.textContent = wanted === "" ? "" : (status.dataset.found ?? "#").replace("#", `${found}`);
  };
  input.addEventListener("input", filter);
  // Enter would send the form; here it only ends the search.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

// Whoever chooses "everybody else" needs no places.
const whom = [...document.querySelectorAll<HTMLInputElement>("input[data-whom]")];
const places = document.getElementById("place");
if (whom.length > 0 && places) {
  const follow = () => {
    places.hidden = whom.some((one) => one.checked && one.dataset.whom === "everybody");
  };
  for (const one of whom) one.addEventListener("change", follow);
  follow();
}

export {};
