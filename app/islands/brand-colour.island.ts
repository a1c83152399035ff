import { checkColour, cleanColour } from "~/domain/branding/brand-colour";

/** Measures a colour while it is typed, as the server does when it is sent. */
const field = document.querySelector<HTMLInputElement>("input#brandColour");
const measured = document.getElementById("brandColour-measured");
const picker = document.querySelector<HTMLInputElement>("input[data-picks='brandColour']");

if (field && measured) {
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const measure = () => {
    const colour = cleanColour(field.value);
    if (colour === null) {
      measured.textContent = "";
      return;
    }
    const { contrast, isLegible } = checkColour(colour);
    const words = (isLegible ? measured.dataset.good : measured.dataset.pale) ?? "";
    // Rounded down: 4.49 is not enough, and must not look so.
    measured.textContent = words.replace("0.00", format.format(Math.floor(contrast * 100) / 100));
    if (picker) picker.value = colour;
  };
  field.addEventListener("input", measure);
  if (picker) {
    picker.closest<HTMLElement>("[hidden]")?.removeAttribute("hidden");
    picker.addEventListener("input", () => {
      field.value = picker.value;
      measure();
    });
  }
  measure();
}
