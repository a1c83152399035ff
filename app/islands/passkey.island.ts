import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

/**
 * Lets a form be sent with a passkey: the button asks the browser for one and puts its answer into the form. Without
 * script, or in a browser without passkeys, the form stays hidden: signing in by mail is always there.
 */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  if (typeof PublicKeyCredential === "undefined") continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    if (field(form)?.value !== "") return;
    event.preventDefault();
    void ask(form);
  });
}

function field(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[name=response]");
}

async function ask(form: HTMLFormElement) {
  const answer = field(form);
  const status = form.querySelector<HTMLElement>("[data-passkey-status]");
  if (!answer) return;
  const optionsJSON = JSON.parse(form.dataset.passkeyOptions ?? "{}");
  try {
    const response =
      form.dataset.passkey === "add"
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON });
    answer.value = JSON.stringify(response);
    form.requestSubmit();
  } catch {
    // Cancelled, or there is none: the person is told, and can try again or take the mail.
    if (status) status.textContent = form.dataset.passkeyFailed ?? "";
  }
}
