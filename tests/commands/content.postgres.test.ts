import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditLog } from "~db/schema/audit";
import { images } from "~db/schema/images";
import { startProcess } from "../support/child-process";
import { withPostgres } from "../support/database";

const key = Buffer.alloc(32, 1).toString("base64");
const text = ["principle", "data-minimization", "es"];
const lin = ["--by", "Lin", "--role", "translator"];
const grace = ["--by", "Grace", "--role", "editor"];
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "content-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, value: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
}

async function run(databaseUrl: string, ...args: string[]) {
  const running = startProcess("app/commands/content.command.ts", args, {
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

test(
  "staff take a translation from draft to readers, and back, under their names",
  withPostgres(async ({ url }, ctx) => {
    const file = write("fields.json", { title: "Menos datos", short: "Menos.", long: "Menos y menos tiempo." });
    const steps = [
      [["edit", ...text, file, ...lin], "Saved as version 2"],
      [["submit", ...text, "2", ...lin], "Done."],
      [["approve", ...text, "2", ...grace], "Done."],
      [["publish", ...text, "2", ...grace], "Done."],
      [["publish", ...text, "2", ...grace], "so already"],
      [["rename", ...text, "menos-datos", ...grace], "Done."],
      [["undo", ...text, "2", ...grace], "It is version 3 now"],
    ] as const;
    for (const [words, answer] of steps) {
      expect(await run(url, ...words), words.join(" ")).toMatchObject({
        hasSucceeded: true,
        said: expect.stringContaining(answer),
      });
    }
    const shown = await run(url, "show", ...text);
    for (const line of [/3 +published/, /2 +archived +1 +Lin +Grace +Grace/]) expect(shown.said).toMatch(line);
    const fields: unknown = JSON.parse((await run(url, "show", ...text, "2", "--fields")).said);
    expect(fields).toMatchObject({ title: "Menos datos" });
    const listed = await run(url, "list", "--kind", "principle", "--locale", "es");
    expect(listed.said).toMatch(/principle +data-minimization +es +3 published +3 +machine draft, not reviewed/);
    expect(listed.said).toMatch(/LOCALE +TEXTS[\s\S]+es +10 +10 +10 +0 +0 +0/);
    const wordings = await run(url, "list", "--kind", "consent_wording", "--locale", "en");
    expect(wordings.said).toMatch(/newsletter +en \(source\) +1 published +1 +no legal reviewer has approved it/);
    const acted = (await ctx.db.select().from(auditLog)).map(({ actor, action }) => `${actor} ${action}`);
    expect(acted).toHaveLength(5);
  }),
);

test(
  "staff begin an article with a picture of theirs",
  withPostgres(async ({ url }, ctx) => {
    const picture = path.join(folder, "map.png");
    await sharp({ create: { width: 8, height: 8, channels: 3, background: "#123456" } })
      .png()
      .toFile(picture);
    const stored = await run(url, "image", picture, "--credit", "Ada, CC BY 4.0");
    const [image] = await ctx.db.select().from(images).where(eq(images.isSample, false));
    expect(stored.said).toContain(`image:${image?.id}`);

    const facts = { key: "a-law", sourceLocale: "en", type: "news", publishedAt: "2026-11-25T08:00:00Z" };
    const fields = { title: "A law", dek: "Dek", imageAlt: null, corrections: [], words: {} };
    const without = write("without.json", { ...facts, fields: { ...fields, body: `![](image:${image?.id})` } });
    expect(await run(url, "new-update", without, ...grace)).toMatchObject({
      hasSucceeded: false,
      said: expect.stringContaining("needs words for those who do not see it"),
    });
    const whole = write("whole.json", { ...facts, fields: { ...fields, body: `![A map](image:${image?.id})` } });
    expect((await run(url, "new-update", whole, ...grace)).said).toContain("Created “a-law”");
    expect((await run(url, "new-update", whole, ...grace)).said).toContain("Another text has or had this address");

    const shown: unknown = JSON.parse((await run(url, "facts", "a-law")).said);
    expect(shown).toMatchObject({ type: "news", publishedAt: "2026-11-25T08:00:00.000Z" });
    const same = write("facts.json", shown);
    expect((await run(url, "facts", "a-law", same, ...grace)).said).toContain("so already");
    const other = write("facts.json", { ...Object(shown), imageId: image?.id, countries: ["XX"] });
    expect((await run(url, "facts", "a-law", other, ...grace)).said).toContain("countries.0: a country by ISO 3166-1");
    const licensed = write("facts.json", { ...Object(shown), license: "CC-BY-4.0" });
    expect((await run(url, "facts", "a-law", licensed, ...grace)).said).toContain("Done.");
  }),
);

test.each([
  [["submit", ...text, "1", ...grace], "Not from here: the version is “published”, by seed."],
  [["edit", ...text, "none.json", ...lin], "none.json"],
  [["submit", "principle", "none", "es", "1", ...lin], "There is no such text"],
  [["submit", ...text, "1", "--role", "editor"], "--by NAME"],
  [["submit", ...text, ...lin], "Usage"],
  [["publish", ...text, "1", ...lin], "This role does not do that"],
  [["archive", "consent_wording", "petition", "es", "1", ...grace], "Pages cannot be without it"],
  [["send-back", ...text, "1", ...grace], "--reason"],
  [["submit", ...text, "1", ...lin, "--partner", "none"], "no partner “none”"],
  [["image", "package.json"], "no picture that we take"],
  [["facts", "none"], "There is no such text"],
  [["facts", "none", "none.json"], "--by NAME"],
  [["shout"], "Say list, show, edit"],
])("%j is refused in words that help", (words, said) =>
  withPostgres(async ({ url }, ctx) => {
    expect(await run(url, ...words)).toMatchObject({ hasSucceeded: false, said: expect.stringContaining(said) });
    expect(await ctx.db.select().from(auditLog)).toEqual([]);
  })(),
);
