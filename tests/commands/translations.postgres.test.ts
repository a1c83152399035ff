import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentRevisions } from "~db/schema/content-items";
import { versionsOf } from "../domain/content/people";
import { startProcess } from "../support/child-process";
import { withPostgres } from "../support/database";
import { freePort } from "../support/free-port";
import type { TestContext } from "../support/test-context";

const key = Buffer.alloc(32, 1).toString("base64");
const locales = fileURLToPath(new URL("../../locales", import.meta.url));
const civilRights = { kind: "principle", key: "civil-rights" };
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "translations-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(databaseUrl: string, ...args: string[]) {
  const running = startProcess("app/commands/translations.command.ts", args, {
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: "https://privacy.example",
    SESSION_SECRET: key,
    PII_KEYS: `lookup:${key},k1:${key}`,
    EMAIL_FROM: "Privacy for All <hello@privacy.example>",
    RESEND_API_KEY: "re_test",
  });
  const hasSucceeded = await running.end().then(
    () => true,
    () => false,
  );
  return { hasSucceeded, said: running.output() };
}

const exported = (name: string) => path.join(folder, name);

/** The same file with something else in it. */
function changed(name: string, from: string | RegExp, to: string): string {
  const text = readFileSync(exported(name), "utf8");
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  const file = exported(`changed.${name}`);
  writeFileSync(file, other);
  return file;
}

const spanishFiles = () => readFileSync(path.join(locales, "es/site.json"), "utf8");
const countDrafts = (ctx: TestContext) => ctx.db.$count(contentRevisions, eq(contentRevisions.state, "draft"));

test(
  "a translator's files go out and come back: all of it, or nothing",
  withPostgres(async ({ url }, ctx) => {
    const out = await run(url, "export", "--locale", "es", "--to", folder);
    expect(out.said).toMatch(/interface\.es\.xliff, \d+ texts, 0 of them to be translated\./);
    expect(out.said).toContain("content.es.xliff");
    expect(out.said).toContain("content.es.from-ar.xliff");

    const all = ["interface.es.xliff", "content.es.xliff", "content.es.from-ar.xliff"].map(exported);
    expect(await run(url, "import", ...all, "--by", "Ana")).toEqual({ hasSucceeded: true, said: "Nothing is new.\n" });

    // One good change of each kind, and one that the rules of content refuse.
    const [before] = await versionsOf(ctx, civilRights, "es");
    const title = String(Object(before?.fields).title);
    const site = changed("interface.es.xliff", "<target>Firmar</target>", "<target>Firmar ya</target>");
    const good = changed("content.es.xliff", `<target>${title}</target>`, "<target>Derechos de todas</target>");
    const bad = exported("bad.xliff");
    writeFileSync(
      bad,
      readFileSync(exported("content.es.from-ar.xliff"), "utf8").replace(
        /(id="share\.message">[\s\S]*?<\/source>)(\s*<target>[^<]*<\/target>)?/,
        "$1<target>Sin enlace</target>",
      ),
    );
    const english = spanishFiles();
    const refused = await run(url, "import", site, good, bad, "--by", "Ana");
    expect(refused.hasSucceeded).toBe(false);
    expect(refused.said).toContain("{+ ya+}");
    expect(refused.said).toContain("Nothing was changed, because of this:");
    expect(spanishFiles()).toBe(english);
    expect(await countDrafts(ctx)).toBe(0);

    const dry = await run(url, "import", site, good, "--by", "Ana", "--dry-run");
    expect(dry).toMatchObject({ hasSucceeded: true, said: expect.stringContaining("dry run") });
    expect(await countDrafts(ctx)).toBe(0);
    expect(spanishFiles()).toBe(english);

    expect((await run(url, "import", good, "--by", "Ana", "--machine")).said).toContain("1 drafts are saved");
    expect((await versionsOf(ctx, civilRights, "es")).at(-1)).toMatchObject({
      ...{ state: "draft", writtenBy: "Ana", isMachineDraft: true },
      fields: { title: "Derechos de todas" },
    });
    expect((await run(url, "import", good, "--by", "Ana")).said).toBe("Nothing is new.\n");
  }),
);

test(
  "content goes out as JSON and comes back",
  withPostgres(async ({ url }, ctx) => {
    const out = await run(url, "export", "--locale", "es", "--to", folder, "--format", "json", "--only", "content");
    expect(out.hasSucceeded, out.said).toBe(true);
    const file = path.join(folder, "es/content/principle/civil-rights.json");
    const words: unknown = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...Object(words), title: "Derechos" }));
    expect((await run(url, "import", file, "--by", "Ana")).said).toContain("1 drafts are saved");
    expect((await versionsOf(ctx, civilRights, "es")).at(-1)).toMatchObject({ fields: { title: "Derechos" } });
  }),
);

test("the words of the interface need no database", async () => {
  const nowhere = `postgres://nobody@127.0.0.1:${await freePort()}/none`;
  const out = await run(nowhere, "export", "--locale", "fr", "--to", folder, "--only", "interface");
  expect(out).toMatchObject({ hasSucceeded: true, said: expect.stringContaining("interface.fr.xliff") });
  const json = await run(
    nowhere,
    "export",
    "--locale",
    "fr",
    "--to",
    folder,
    "--only",
    "interface",
    "--format",
    "json",
  );
  expect(json.hasSucceeded, json.said).toBe(true);
  const back = await run(nowhere, "import", exported("interface.fr.xliff"), "--by", "Ana");
  expect(back).toEqual({ hasSucceeded: true, said: "Nothing is new.\n" });
  const one = path.join(folder, "fr", "site.json");
  const reviewed = await run(nowhere, "import", one, "--by", "Ana", "--reviewed");
  expect(reviewed).toMatchObject({
    hasSucceeded: false,
    said: expect.stringContaining("fr/calls.json: nobody has read it"),
  });
  expect((await run(nowhere, "export", "--locale", "fr", "--to", folder, "--only", "content")).hasSucceeded).toBe(
    false,
  );
});

test.each([
  [["export", "--locale", "xx", "--to", "out"], "Which language?"],
  [["export", "--locale", "en", "--to", "out", "--only", "interface"], "translated from en"],
  [["export", "--locale", "fr"], "Into which folder?"],
  [["import", "--by", "Ana"], "Which files?"],
  [["import", "none.xliff"], "--by NAME"],
  [["import", "none.xliff", "--by", "Ana"], "none.xliff"],
  [["import", "package.json", "--by", "Ana"], "which is none of"],
  [["import", "a.xliff", "--by", "Ana", "--reviewed", "--machine"], "a person, or a machine"],
  [["shout"], "Say export or import"],
])("%j is refused in words that help", async (words, said) => {
  expect(await run("postgres://nobody@127.0.0.1:1/none", ...words)).toMatchObject({
    hasSucceeded: false,
    said: expect.stringContaining(said),
  });
});
