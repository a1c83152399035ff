/**
 * Keeps what somebody types in a form of texts by itself, says so, and shows it in the preview. The form is complete
 * without it: then the buttons keep it.
 */
const WAIT_MS = 1_200;
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;

const form = document.querySelector<HTMLFormElement>("form[data-autosave]");
if (form) keepByItself(form);

const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (wanted instanceof HTMLTextAreaElement) wanted.focus();

function keepByItself(form: HTMLFormElement) {
  /** Counts what was typed: what comes while an answer is on its way is still to be kept. */
  let typed = 0;
  let kept = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let isLeaving = false;
  let failures = 0;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };
  const save = (): Promise<void> => {
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  };
  const send = async () => {
    const upTo = typed;
    const isKept = await keep(form);
    failures = isKept ? 0 : failures + 1;
    if (isKept) kept = upTo;
    if (isLeaving) return;
    if (!isKept) later(Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (failures - 1)));
    else if (typed > kept) later(WAIT_MS);
  };

  form.addEventListener("input", () => {
    typed++;
    if (running === null) later(WAIT_MS);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && typed > kept && running === null) void save();
  });
  // Every form of the page leads away from it; some of them come with a fresh part of the page.
  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || event.defaultPrevented) return;
    clearTimeout(timer);
    const isOwn = target === form;
    // The form itself takes along what was typed; but what is on its way changes the version that its press builds on.
    if (isLeaving || (running === null && (isOwn || typed === kept))) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    void (running ?? save()).then(() => {
      if (!isOwn && typed > kept) return later(0);
      isLeaving = true;
      target.requestSubmit(submitter);
    });
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && typed > kept) event.preventDefault();
  });
  // Coming back with the browser's back button shows the page as it was left.
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
}

/** @returns whether the server has it */
async function keep(form: HTMLFormElement): Promise<boolean> {
  const body = new FormData(form);
  body.set("intent", "autosave");
  try {
    const answer = await fetch(location.pathname, { method: "POST", body, headers: { accept: "text/html" } });
    if (answer.redirected) return say(form, "signedOut", false);
    if (!answer.ok) return say(form, "failed", false);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const outcome = fresh.getElementById("text-versions")?.dataset.kept;
    if (outcome === undefined) return say(form, "failed", false);
    if (outcome === "saved") renew("text-versions", fresh);
    renew("text-state", fresh);
    for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[data-preview]")) {
      frame.contentWindow?.location.reload();
    }
    return say(form, outcome === "saved" || outcome === "conflict" ? outcome : "unfinished", true);
  } catch {
    return say(form, "failed", false);
  }
}

/** Puts a part of a fresh page in place of this one's, but not under somebody's fingers. */
function renew(id: string, fresh: Document) {
  const [now, then] = [document.getElementById(id), fresh.getElementById(id)];
  if (!now || !then || now.contains(document.activeElement) || now.querySelector("details[open]")) return;
  now.replaceWith(then);
}

function say(
  form: HTMLFormElement,
  what: "saved" | "unfinished" | "conflict" | "failed" | "signedOut",
  isKept: boolean,
) {
  const status = form.querySelector<HTMLElement>("[data-status]");
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { ...clock, calendar: "gregory" }).format(
    new Date(),
  );
  const words = (status?.dataset[what] ?? "").replace("{time}", time);
  if (status && status.textContent !== words) status.textContent = words;
  status?.classList.toggle("text-bar__status--bad", !isKept || what === "conflict");
  return isKept;
}

export {};
