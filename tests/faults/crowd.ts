import { setTimeout as sleep } from "node:timers/promises";
import { confirmationLink } from "../support/mail-links";
import type { SiteUnderFire } from "./site-under-fire";

const signUrl = "/en/campaigns/privacy-for-all";
/** Every wait on the way to an answer has its limit; together they stay below this. */
const HANGS_MS = 45_000;
/** How soon a person tries again; the product takes what comes within a minute for one press. */
const AGAIN_MS = 150;
/** Between two people who come to the same place. */
const THINK_MS = 50;
const countries = ["KE", "MX", "DE", "FR", "BR", "IN", "EG", "ZZ"];

const emailOf = (number: number) => `person-${number}@example.org`;

/** People who sign, each with a mailbox of their own; many of them confirm when their mail has come. */
export interface Crowd {
  /** Addresses whose form was answered with 303. */
  signed: Set<string>;
  /** Addresses whose confirmation was answered with 303. */
  confirmed: Set<string>;
  /** How many answers had which status; 0 counts requests whose connection broke. */
  statuses: Map<number, number>;
  /** The longest that anybody waited for an answer, in milliseconds. */
  longestMs(): number;
  /** Requests that are on their way. */
  underWay(): number;
  /** Lets nobody new come, and waits until every form is acknowledged. */
  close(): Promise<void>;
  /** Waits until everybody who meant to confirm has done so. */
  satisfied(): Promise<void>;
  /** Sends everybody home, whatever they wait for. */
  leave(): void;
}

/** Lets people come, `size` at a time. */
export function gather(site: SiteUnderFire, size: number): Crowd {
  const signed = new Set<string>();
  const confirmed = new Set<string>();
  const statuses = new Map<number, number>();
  const confirmers: Promise<void>[] = [];
  let isClosed = false;
  let underWay = 0;
  let longestMs = 0;
  let came = 0;

  /** Asks again and again, as somebody does who sees an error, until the answer is 303. */
  const insist = async (url: string, init: RequestInit) => {
    for (;;) {
      const from = performance.now();
      underWay++;
      const status = await fetch(url, { redirect: "manual", ...init, signal: AbortSignal.timeout(HANGS_MS) }).then(
        (answer) => answer.arrayBuffer().then(() => answer.status),
        (error: unknown) => {
          if (error instanceof Error && error.name === "TimeoutError")
            throw new Error(`${new URL(url).pathname} hangs.`);
          return 0;
        },
      );
      underWay--;
      longestMs = Math.max(longestMs, performance.now() - from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 303) return;
      if (status !== 0 && status !== 503) throw new Error(`${init.method} was answered with ${status}.`);
      await sleep(AGAIN_MS);
    }
  };
  const waiting = new Map<string, (text: string) => void>();
  const mailFor = (email: string) => new Promise<string>((resolve) => void waiting.set(email, resolve));
  let read = 0;
  const postman = setInterval(() => {
    for (const { to, text = "" } of site.resend.sent.slice(read))
      for (const address of to) waiting.get(address)?.(text);
    read = site.resend.sent.length;
  }, 100);
  const sign = async (number: number) => {
    const email = emailOf(number);
    const country = countries[number % countries.length] ?? "ZZ";
    const body = new URLSearchParams({ name: `Person ${number}`, email, country }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await insist(site.origin + signUrl, { method: "POST", body, headers });
    signed.add(email);
  };
  const confirm = async (email: string, mail: Promise<string>) => {
    await insist(confirmationLink({ text: await mail }), { method: "POST" });
    confirmed.add(email);
  };
  const place = async () => {
    while (!isClosed) {
      const number = came++;
      // Whoever confirms looks out for the mail from the start: it may come before the form's answer does.
      const mail = number % 3 === 0 ? null : mailFor(emailOf(number));
      await sign(number);
      await sleep(THINK_MS);
      if (mail === null) continue;
      const confirming = confirm(emailOf(number), mail);
      confirming.catch(() => undefined);
      confirmers.push(confirming);
    }
  };
  const places = Array.from({ length: size }, place);
  // Who fails early is heard of at the end; until then nobody is to take it for an unheard fault.
  for (const one of places) one.catch(() => undefined);
  return {
    signed,
    confirmed,
    statuses,
    longestMs: () => Math.round(longestMs),
    underWay: () => underWay,
    async close() {
      isClosed = true;
      await Promise.all(places);
    },
    async satisfied() {
      await Promise.all(confirmers);
    },
    leave() {
      isClosed = true;
      clearInterval(postman);
    },
  };
}
