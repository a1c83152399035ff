import type { Page } from "playwright-core";
import type { RunningServer } from "../support/run-server";

/** One thing that somebody asked the portal for, as it went over the wire. */
export interface Step {
  method: string;
  /** With its query. */
  path: string;
  type: string | null;
  body: Buffer | null;
}

/** Notes everything that the people of a story ask the portal for, each once. */
export class Trail {
  readonly #steps = new Map<string, Step>();

  /** Follows a person from now on. */
  follow(page: Page, server: RunningServer) {
    page.context().on("request", (request) => {
      const { origin, pathname, search } = new URL(request.url());
      if (origin !== server.origin || !pathname.startsWith("/portal/")) return;
      const body = request.postDataBuffer();
      const path = pathname + search;
      const key = `${request.method()} ${path} ${body?.toString("base64") ?? ""}`;
      this.#steps.set(key, { method: request.method(), path, type: request.headers()["content-type"] ?? null, body });
    });
  }

  /** What was asked for below an address, reading before writing. */
  below(prefix: string): Step[] {
    const steps = [...this.#steps.values()].filter(
      ({ path }) => path === prefix || (/^[/?]/.test(path.slice(prefix.length)) && path.startsWith(prefix)),
    );
    return steps.toSorted((a, b) => (a.method < b.method ? -1 : a.method > b.method ? 1 : 0));
  }
}

/** Asks for the same again as whoever a browser is signed in as, perhaps below another address. */
export async function replay(page: Page, server: RunningServer, step: Step, path = step.path) {
  const answer = await page.request.fetch(server.origin + path, {
    method: step.method,
    maxRedirects: 0,
    headers: {
      Origin: server.origin,
      "Sec-Fetch-Site": "same-origin",
      ...(step.type !== null && { "Content-Type": step.type }),
    },
    ...(step.body !== null && { data: step.body }),
  });
  return { status: answer.status(), location: answer.headers().location ?? null, text: await answer.text() };
}
