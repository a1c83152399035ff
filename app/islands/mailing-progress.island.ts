const EVERY_MS = 3_000;

/** Keeps how far a mailing is up to date while it is being sent. */
async function follow() {
  const shown = document.getElementById("mailing-progress");
  if (!shown) return;
  if (shown.dataset.moving !== undefined && !document.hidden) await renew(shown);
  setTimeout(follow, EVERY_MS);
}

/** Puts the part of a fresh page in place of this one, but not under somebody's fingers. */
async function renew(shown: HTMLElement) {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("mailing-progress");
    if (!fresh || shown.contains(document.activeElement)) return;
    // When it is over, the buttons and the notes change as well, unless somebody is typing.
    if (fresh.dataset.moving === undefined && document.activeElement === document.body) return location.reload();
    shown.replaceWith(fresh);
  } catch {
    // The network is away; the next time may find it.
  }
}

setTimeout(follow, EVERY_MS);

export {};
