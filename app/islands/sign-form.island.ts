/** Improves a sign form that is complete without it: one press sends once, and an explicit region is preselected. */
const form = document.querySelector<HTMLFormElement>("form[data-sign-form]");

if (form) {
  preselectCountry(form);
  sendOnce(form);
  // Only while the petition is under attack, and so in a file of its own.
  if (form.dataset.challenge) void import("./proof-of-work.island").then(({ proveWork }) => proveWork(form));
}

/**
 * Only a region that the person's own language setting names outright (`sw-KE`), in sight and open to
 * change. Never a bare language, and nothing is sent.
 */
function preselectCountry(form: HTMLFormElement) {
  const select = form.querySelector<HTMLSelectElement>("select[name=country]");
  const note = document.getElementById("country-guess");
  const region = /-([A-Z]{2})(?:-|$)/i.exec(navigator.languages[0] ?? "")?.[1]?.toUpperCase();
  if (!select || !note || select.value !== "" || !region) return;
  if (![...select.options].some((option) => option.value === region)) return;
  select.value = region;
  note.hidden = false;
  select.addEventListener("change", () => {
    note.hidden = true;
  });
}

function sendOnce(form: HTMLFormElement) {
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (!button) return;
  const label = button.textContent;
  form.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-disabled") === "true") event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    button.textContent = button.dataset.sending ?? label;
  });
  // Coming back with the browser's back button shows the page as it was left.
  window.addEventListener("pageshow", () => {
    button.removeAttribute("aria-disabled");
    button.textContent = label;
  });
}

export {};
