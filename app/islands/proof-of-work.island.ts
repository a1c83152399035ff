import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** A challenge is good for ten minutes. */
const RENEW_MS = 9 * 60_000;
const GIVE_UP_MS = 60_000;

/**
 * Lets the browser do the work that a petition under attack asks for, from the moment somebody begins with the form,
 * and tells so in words. Sending never waits for it: without a proof the mail holds a code instead of a link.
 */
export function proveWork(form: HTMLFormElement) {
  const url = form.dataset.challenge;
  const field = form.querySelector<HTMLInputElement>("input[data-proof]");
  const status = form.querySelector<HTMLElement>("[data-proof-status]");
  if (!url || !field || !status) return;
  const say = (words: string | undefined) => {
    status.textContent = words ?? "";
  };
  let turn = 0;

  async function prove(address: string, into: HTMLInputElement) {
    const mine = ++turn;
    into.value = "";
    say(status?.dataset.working);
    const proof = await solve(address).catch(() => null);
    if (mine !== turn) return;
    say(proof === null ? undefined : status?.dataset.done);
    if (proof === null) return;
    into.value = proof;
    setTimeout(() => {
      if (mine === turn) void prove(address, into);
    }, RENEW_MS);
  }

  // On a slow network this file comes after somebody has begun.
  if (form.contains(document.activeElement)) void prove(url, field);
  else form.addEventListener("focusin", () => void prove(url, field), { once: true });
  // Coming back with the browser's back button shows a proof that is spent.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && turn > 0) void prove(url, field);
  });
}

async function solve(url: string): Promise<string | null> {
  const answer = await fetch(url, { cache: "no-store" });
  if (!answer.ok) return null;
  const challenge: Challenge = await answer.json();
  const solution = await solveChallenge({ challenge, deriveKey, timeout: GIVE_UP_MS });
  return solution && btoa(JSON.stringify({ challenge, solution }));
}
