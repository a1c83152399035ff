import autocannon from "autocannon";

/** What a load gave. Rates are a second, times milliseconds. */
export interface LoadFigures {
  rate: number;
  median: number;
  p99: number;
  /** Answers that were not what was wanted, and requests without one. */
  faults: number;
}

export interface Load {
  url: string;
  seconds: number;
  /** Requests under way at once. */
  connections?: number;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** A new body, or another path, for each request. */
  next?: () => { body?: string; path?: string };
  /** Ends after so many requests instead of `seconds`. */
  amount?: number;
  /** The status that counts as done. */
  wants: number;
}

/** Sends as many requests as are answered, and counts. */
export async function load({ url, seconds, connections = 32, wants, ...request }: Load): Promise<LoadFigures> {
  const { next } = request;
  const statuses = new Map<number, number>();
  const started = performance.now();
  const run = autocannon({
    url,
    connections,
    ...(request.amount === undefined ? { duration: seconds } : { amount: request.amount }),
    timeout: 30,
    requests: [
      {
        method: request.method ?? "GET",
        headers: request.headers ?? {},
        ...(next && { setupRequest: (own) => ({ ...own, ...next() }) }),
        onResponse: (status) => void statuses.set(status, (statuses.get(status) ?? 0) + 1),
      },
    ],
  });
  const result = await run;
  const took = (performance.now() - started) / 1_000;
  const done = statuses.get(wants) ?? 0;
  const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return {
    rate: done / (request.amount === undefined ? result.duration : took),
    median: result.latency.p50,
    p99: result.latency.p99,
    faults: answered - done + result.errors + result.timeouts,
  };
}

/** The middle of several rounds, by rate; faults add up. */
export function medianOf(rounds: LoadFigures[]): LoadFigures {
  const sorted = [...rounds].sort((a, b) => a.rate - b.rate);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("Nothing was measured.");
  return { ...middle, faults: rounds.reduce((sum, { faults }) => sum + faults, 0) };
}
