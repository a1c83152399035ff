/** What is read again and again in the background, so that no request has to wait for it. */
export interface Polled<T> {
  /** As last read; null before the first reading. Never waits. */
  current(): T | null;
  /** Reads now; requests that come together share one reading. @throws when the database is away; the old value stays */
  load(): Promise<T>;
  /** Reads every `everyMs` from now on. */
  start(): void;
  stop(): void;
}

interface Settings<T> {
  read(): Promise<T>;
  everyMs: number;
  /** Told once when readings begin to fail, and not again before one has succeeded. */
  onError?: (error: unknown) => void;
}

export function createPolled<T>({ read, everyMs, onError = () => undefined }: Settings<T>): Polled<T> {
  let known: T | null = null;
  let reading: Promise<T> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isFailing = false;

  function load(): Promise<T> {
    reading ??= read()
      .then((value) => {
        known = value;
        isFailing = false;
        return value;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  async function tick() {
    await load().catch((error: unknown) => {
      if (!isFailing) onError(error);
      isFailing = true;
    });
    if (timer !== null) timer = setTimeout(tick, everyMs).unref();
  }

  return {
    current: () => known,
    load,
    start() {
      timer ??= setTimeout(tick, everyMs).unref();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
