import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isDatabaseAway } from "~/http/database-away";
import { connectPostgres, type PostgresOptions } from "~db/connect-postgres";
import type { Database, DatabaseConnection } from "~db/database";
import { rowsOf } from "~db/rows";
import { type FaultyLine, layLine } from "../faults/faulty-line";
import { type PostgresDatabase, withEmptyPostgres } from "../support/database";
import { createDatabase, type PostgresCluster, startPostgres } from "../support/postgres";

/** Longer than any limit that these tests set. */
const HANGS_MS = 12_000;
/** A pool that can't be closed in order gives up after five seconds. */
const CLOSES_MS = 4_000;
const hasNotSettled = Symbol("has not settled");

/** A database with a table of notes, and a pool that reaches it over a line that can be cut. */
interface Scene {
  pool: DatabaseConnection;
  line: FaultyLine;
  /** Another pool, whose connections nobody cuts. */
  observer: DatabaseConnection;
  notes(): Promise<unknown[]>;
  /** Ends the server's side of every connection of the pool, as an administrator or a stopping server does. */
  terminate(): Promise<void>;
}

function scene(story: (scene: Scene) => Promise<void>, options: PostgresOptions = {}) {
  return withEmptyPostgres(async (observer: PostgresDatabase) => {
    await observer.db.execute(sql`create table notes (words text not null)`);
    const line = await layLine(observer.url);
    const pool = connectPostgres(line.url, options);
    try {
      await story({
        pool,
        line,
        observer,
        notes: async () => rowsOf(await observer.db.execute(sql`select words from notes order by words`)),
        async terminate() {
          await observer.db.execute(sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`);
        },
      });
      line.become("passes");
      expect(rowsOf(await pool.db.execute(sql`select 1 as one`)), "The pool serves again.").toEqual([{ one: 1 }]);
    } finally {
      expect(await settled(pool.close(), CLOSES_MS), "The pool can be closed in order.").not.toBe(hasNotSettled);
      await line.close();
    }
  });
}

/** How a promise ended: its error or its value; a symbol when it does neither in good time. */
async function settled(promise: PromiseLike<unknown>, hangsMs = HANGS_MS): Promise<unknown> {
  const over = new AbortController();
  const patience = sleep(hangsMs, hasNotSettled, { signal: over.signal }).catch(() => undefined);
  const outcome = await Promise.race([Promise.resolve(promise).catch((error: unknown) => error), patience]);
  over.abort();
  return outcome;
}

const note = (db: Database, words: string) => db.execute(sql`insert into notes values (${words})`);

/** A moment that somebody waits for and somebody else brings about. */
function moment() {
  let happen = () => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happen, happened };
}

describe("When the connection of a transaction dies", () => {
  test.each(["terminated", "reset"] as const)(
    "%s during a statement: everybody who waits is told",
    (how) =>
      scene(async ({ pool, line, notes, terminate }) => {
        const inside: Promise<unknown>[] = [];
        const begun = moment();
        const transaction = pool.db.transaction(async (tx) => {
          await note(tx, "before");
          for (const statement of ["select pg_sleep(30)", "select 2", "select 3"]) {
            inside.push(settled(tx.execute(sql.raw(statement))));
          }
          begun.happen();
          await Promise.all(inside);
          await note(tx, "after");
        });
        const outcome = settled(transaction);
        await begun.happened;
        await sleep(100);
        await (how === "reset" ? line.reset() : terminate());
        for (const error of [await outcome, ...(await Promise.all(inside))]) {
          expect(error).toBeInstanceOf(Error);
          expect(isDatabaseAway(error), String(error)).toBe(true);
        }
        expect(await notes()).toEqual([]);
      })(),
    30_000,
  );

  test.each(["terminated", "reset"] as const)(
    "%s between two statements: what comes later runs nowhere, not even on the connection that takes its place",
    (how) =>
      scene(
        async ({ pool, line, notes, terminate }) => {
          const died = moment();
          const stands = moment();
          const first = moment();
          const late: Promise<unknown>[] = [];
          const dead = settled(
            pool.db.transaction(async (tx) => {
              await note(tx, "dead");
              first.happen();
              await stands.happened;
              for (const words of ["late one", "late two"]) late.push(settled(note(tx, words)));
              await Promise.all(late);
              // Ends as if all were well, so that it is committed if that is possible.
            }),
          );
          await first.happened;
          await (how === "reset" ? line.reset() : terminate());
          expect(isDatabaseAway(await dead)).toBe(true);
          const other = settled(
            pool.db.transaction(async (tx) => {
              await note(tx, "other");
              stands.happen();
              await died.happened;
              throw new Error("changed its mind");
            }),
          );
          await stands.happened;
          await sleep(200);
          died.happen();
          expect(String(await other)).toContain("changed its mind");
          expect(late).toHaveLength(2);
          for (const outcome of late) expect(isDatabaseAway(await outcome)).toBe(true);
          expect(await notes()).toEqual([]);
        },
        { poolSize: 1 },
      )(),
    30_000,
  );

  test(
    "reset again and again at random moments: no transaction is done by halves, and no uncaught error",
    () =>
      scene(async ({ pool, line, notes }) => {
        let isOver = false;
        const acknowledged: number[] = [];
        let told = 0;
        const worker = async (from: number) => {
          for (let number = from; !isOver; number += 20) {
            const outcome = await settled(
              pool.db.transaction(async (tx) => {
                await note(tx, `${number} first`);
                await Promise.all([note(tx, `${number} second`), note(tx, `${number} third`)]);
              }),
            );
            expect(outcome).not.toBe(hasNotSettled);
            if (!(outcome instanceof Error)) acknowledged.push(number);
            else {
              told++;
              expect(isDatabaseAway(outcome), String(outcome)).toBe(true);
            }
          }
        };
        const workers = Array.from({ length: 20 }, (_, from) => worker(from));
        for (let cut = 0; cut < 15; cut++) {
          await sleep(40 + Math.random() * 120);
          line.reset();
        }
        isOver = true;
        await Promise.all(workers);
        expect(told, "The line was cut while somebody worked.").toBeGreaterThan(0);
        const parts = new Map<string, number>();
        for (const row of await notes()) {
          const [number = ""] = String(Object(row).words).split(" ");
          parts.set(number, (parts.get(number) ?? 0) + 1);
        }
        expect([...parts.values()].filter((count) => count !== 3)).toEqual([]);
        expect(acknowledged.length).toBeGreaterThan(0);
        expect(acknowledged.filter((number) => !parts.has(String(number)))).toEqual([]);
      })(),
    60_000,
  );
});

describe("A server that stops and starts again under sixty transactions at once", () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgres({ durable: true });
  });
  afterAll(() => cluster?.remove());

  test("tells everybody, keeps what it acknowledged, and is found again by the pool", async () => {
    const pool = connectPostgres(await createDatabase(cluster.url()));
    await pool.db.execute(sql`create table notes (words text not null)`);
    let isOver = false;
    const acknowledged: string[] = [];
    const faults: unknown[] = [];
    const worker = async (name: number) => {
      for (let turn = 0; !isOver; turn++) {
        const words = `${name} ${turn}`;
        const outcome = await settled(
          pool.db.transaction(async (tx) => {
            await note(tx, words);
            await note(tx, words);
          }),
        );
        if (outcome === undefined) acknowledged.push(words);
        else faults.push(outcome);
        if (outcome instanceof Error) await sleep(20);
      }
    };
    const workers = Array.from({ length: 60 }, (_, name) => worker(name));
    for (const how of ["crash", "orderly", "crash"] as const) {
      const before = acknowledged.length;
      while (acknowledged.length < before + 50) await sleep(20);
      await cluster.stop(how);
      await sleep(200);
      await cluster.start();
    }
    const before = acknowledged.length;
    while (acknowledged.length < before + 50) await sleep(20);
    isOver = true;
    await Promise.all(workers);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => !isDatabaseAway(fault)).map(String)).toEqual([]);
    const kept = rowsOf(await pool.db.execute(sql`select words, count(*)::int as rows from notes group by words`));
    expect(kept.filter(({ rows }) => rows !== 2)).toEqual([]);
    const words = new Set(kept.map((row) => row.words));
    expect(acknowledged.filter((one) => !words.has(one))).toEqual([]);
    expect(await settled(pool.close())).not.toBe(hasNotSettled);
  }, 60_000);
});

describe("A transaction", () => {
  test(
    "keeps its connection, however many queries share the line with its first word",
    () =>
      scene(
        async ({ pool, notes }) => {
          for (const company of [97, 98, 99, 100, 101]) {
            const outcome = settled(
              Promise.all([
                pool.db.execute(sql`select pg_sleep(0.05)`),
                ...Array.from({ length: company }, () => pool.db.execute(sql`select 1`)),
                pool.db.transaction(async (tx) => {
                  await note(tx, "taken back");
                  tx.rollback();
                }),
              ]),
            );
            expect(String(await outcome)).toContain("Rollback");
          }
          expect(await notes()).toEqual([]);
        },
        { poolSize: 1 },
      )(),
    30_000,
  );

  test("that is over takes no further statement", () =>
    scene(async ({ pool, notes }) => {
      let late: Promise<unknown> = Promise.resolve();
      const outcome = await settled(
        pool.db.transaction(async (tx) => {
          const slow = sleep(50).then(() => note(tx, "too late"));
          late = settled(slow);
          await Promise.all([slow, tx.execute(sql`select 1 / 0`)]);
        }),
      );
      expect(outcome).toBeInstanceOf(Error);
      expect(await late).toBeInstanceOf(Error);
      expect(await notes()).toEqual([]);
    })());
});

describe("A server that does not answer", () => {
  const limits = { connect_timeout: 1, wait_timeout: 1, answer_timeout: 1, long_answer_timeout: 2 };

  test.each(["swallows", "closes"] as const)(
    "%s: everybody is told within the limits, and then the pool serves again",
    (mood) =>
      scene(
        async ({ pool, line, notes }) => {
          await Promise.all([1, 2].map(() => pool.db.execute(sql`select pg_sleep(0.02)`)));
          const waiting = Array.from({ length: 40 }, (_, number) =>
            settled(
              pool.db.transaction(async (tx) => {
                await sleep(50);
                line.become(mood);
                if (mood === "closes") line.reset();
                await note(tx, `number ${number}`);
              }),
            ),
          );
          const plain = settled(pool.db.execute(sql`select 1`));
          for (const outcome of [...(await Promise.all(waiting)), await plain]) {
            if (outcome === undefined || Array.isArray(outcome)) continue;
            expect(isDatabaseAway(outcome), String(outcome)).toBe(true);
          }
          expect((await Promise.all(waiting)).filter((outcome) => outcome instanceof Error).length).toBeGreaterThan(30);
          expect(isDatabaseAway(await settled(pool.db.execute(sql`select 1`)))).toBe(true);
          line.become("passes");
          line.reset();
          await sleep(100);
          while ((await settled(pool.db.execute(sql`select 1`))) instanceof Error) await sleep(100);
          expect((await notes()).length).toBeLessThanOrEqual(10);
        },
        { poolSize: 2, limits },
      )(),
    60_000,
  );

  test(
    "is waited for longer by a transaction that asks for long statements",
    () =>
      scene(
        async ({ pool, notes }) => {
          const long = pool.db.transaction(async (tx) => {
            await tx.execute(sql`set local statement_timeout = '1min'`);
            await tx.execute(sql`select pg_sleep(1.5)`);
            await note(tx, "long");
          });
          expect(await settled(long)).not.toBeInstanceOf(Error);
          expect(isDatabaseAway(await settled(pool.db.execute(sql`select pg_sleep(2.5)`)))).toBe(true);
          expect(await notes()).toEqual([{ words: "long" }]);
        },
        { poolSize: 1, limits },
      )(),
    30_000,
  );

  test("has a limit for statements, so that one that lives always answers in time", () =>
    scene(async ({ pool }) => {
      expect(rowsOf(await pool.db.execute(sql`show statement_timeout`))).toEqual([{ statement_timeout: "15s" }]);
    })());

  test(
    "is left for the next host, and when none answers everybody is told",
    () =>
      scene(async ({ line, observer }) => {
        const both = (first: URL, second: URL) => {
          const together = new URL(first);
          return together.href.replace(together.host, `${first.host},${second.host}`);
        };
        const alive = new URL(line.url);
        const refusing = new URL(line.url);
        const gone = await layLine(line.url);
        refusing.port = new URL(gone.url).port;
        await gone.close();
        const silent = await layLine(line.url);
        silent.become("swallows");
        const closing = await layLine(line.url);
        closing.become("closes");
        try {
          for (const first of [refusing, new URL(silent.url), new URL(closing.url)]) {
            const pool = connectPostgres(both(first, alive), { poolSize: 1, limits });
            expect(await settled(pool.db.execute(sql`select 1`)), first.port).not.toBeInstanceOf(Error);
            await pool.close();
            const alone = connectPostgres(both(first, refusing), { poolSize: 1, limits });
            expect(isDatabaseAway(await settled(alone.db.execute(sql`select 1`)))).toBe(true);
            await alone.close();
          }
        } finally {
          await silent.close();
          await closing.close();
        }
        expect(observer.engine).toBe("postgres");
      })(),
    60_000,
  );
});

describe("The driver", () => {
  let client: postgres.Sql | undefined;
  afterEach(() => client?.end({ timeout: 5 }));
  const open = (url: string, options: postgres.Options<Record<string, never>> = {}) => {
    client = postgres(url, { max: 1, onnotice: () => undefined, ...options });
    return client;
  };

  test("tells who opened a connection that dies while it reads types, and nobody else", () =>
    scene(async ({ line, pool }) => {
      line.resetAt("typarray");
      expect(isDatabaseAway(await settled(pool.db.execute(sql`select 1`)))).toBe(true);
      expect(await settled(pool.db.execute(sql`select 1`))).not.toBeInstanceOf(Error);
    })());

  test("gives each query its own answer, whatever is wrong with another one in the line", () =>
    scene(async ({ line }) => {
      const db = open(line.url);
      await db`select 1`;
      const nothing: string | undefined = undefined;
      const answers = await Promise.all(
        [
          db`select pg_sleep(0.05)::text as slept`,
          db`select ${nothing ?? Reflect.get({}, "missing")}::text as missing`,
          db`select 'first' as words`,
          db`select i, 1 / (3 - i) from generate_series(1, 9) i`,
          db`select 'second' as words`,
        ].map((query) => settled(query)),
      );
      expect(answers[0]).toMatchObject([{ slept: "" }]);
      expect(answers[1]).toMatchObject({ code: "UNDEFINED_VALUE" });
      expect(answers[2]).toMatchObject([{ words: "first" }]);
      expect(answers[3]).toMatchObject({ code: "22012" });
      expect(answers[4]).toMatchObject([{ words: "second" }]);
    })());

  test("repeats a query with the same values when the server asks to prepare it anew", () =>
    scene(async ({ line, observer }) => {
      const db = open(line.url);
      await observer.db.execute(sql`create table answers (said boolean)`);
      const say = () => db`insert into answers (said) values (${true}) returning *`;
      await say();
      await observer.db.execute(sql`alter table answers add column because text`);
      await say();
      expect(rowsOf(await observer.db.execute(sql`select said from answers`))).toEqual([
        { said: true },
        { said: true },
      ]);
    })());

  test("uses a reserved connection for nothing after it has died", () =>
    scene(async ({ line, terminate }) => {
      const db = open(line.url);
      const reserved = await db.reserve();
      await reserved`select 1`;
      await terminate();
      await sleep(50);
      expect(isDatabaseAway(await settled(reserved`select 1`))).toBe(true);
      expect(await settled(db`select 1`)).not.toBeInstanceOf(Error);
      expect(isDatabaseAway(await settled(reserved`select 1`))).toBe(true);
      reserved.release();
      expect(await settled(db.begin((tx) => tx`select 1`))).not.toBeInstanceOf(Error);
    })());

  describe("without its mends", () => {
    let stamp: unknown;
    beforeEach(() => {
      stamp = Reflect.get(postgres, "mended");
      Reflect.set(postgres, "mended", undefined);
    });
    afterEach(() => void Reflect.set(postgres, "mended", stamp));

    test("opens no database", () => {
      expect(() => connectPostgres("postgres://localhost/any")).toThrow("npm ci");
    });
  });
});
