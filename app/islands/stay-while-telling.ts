/**
 * Tells what became of a letter without leaving the page, which would lose what was written on it. Only the pressed button,
 * the office and the channel are sent.
 */
export function stayWhileTelling(words: { thanks: string; failed: string }) {
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-office] form.tell-outcome")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void tell(form, event.submitter, words);
    });
  }
}

async function tell(form: HTMLFormElement, button: HTMLElement | null, words: { thanks: string; failed: string }) {
  const status = form.querySelector("[role=status]") ?? form.appendChild(document.createElement("p"));
  status.setAttribute("role", "status");
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  if (button instanceof HTMLButtonElement) body.append(button.name, button.value);
  const isRecorded = await fetch(form.action, { method: "POST", body, redirect: "manual" }).then(
    // The answer that records leads on to another page.
    (answer) => answer.type === "opaqueredirect" || answer.ok,
    () => false,
  );
  status.textContent = isRecorded ? words.thanks : words.failed;
}
