const EVERY_MS = 2_000;

/** Keeps the list of files up to date while one of them is being written or downloaded. */
async function follow() {
  const list = document.getElementById("files");
  if (!list) return;
  if (list.dataset.moving !== undefined && !document.hidden) await renew(list);
  setTimeout(follow, EVERY_MS);
}

/** Puts the list of a fresh page in place of this one, but not under somebody's fingers. */
async function renew(list: HTMLElement) {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("files");
    if (fresh && !list.contains(document.activeElement)) list.replaceWith(fresh);
  } catch {
    // The network is away; the next time may find it.
  }
}

// A download leaves the page as it is: its list has to be asked for anew.
document.addEventListener("submit", ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.action.endsWith("/file")) return;
  target.querySelector("button")?.blur();
  setTimeout(() => document.getElementById("files")?.setAttribute("data-moving", "true"), EVERY_MS);
});

setTimeout(follow, EVERY_MS);

export {};
