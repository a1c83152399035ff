import { describe, expect, test } from "vitest";
import { type CallScript, type ScriptPart, writeCallScript } from "~/domain/lawmakers/call-script";
import type { Office } from "~/domain/lawmakers/find-office";
import type { Lawmaker } from "~/domain/lawmakers/lawmaker";
import { stateName } from "~/domain/lawmakers/state-names";
import { callScriptFile } from "~db/seed/call-script-file";
import { readContentByLocale } from "~db/seed/read-content";
import { shippedFacts } from "./index-of-tests";

const scripts = readContentByLocale("call-script", callScriptFile).flatMap(({ locale, content }) =>
  locale === "en" || locale === "es" ? [{ language: locale, template: content } as const] : [],
);
const officeOf = (lawmaker: Lawmaker): Office => ({
  congress: 119,
  office: lawmaker.bioguide,
  state: lawmaker.state,
  district: lawmaker.district,
  lawmaker,
});
const vacant: Office = { congress: 119, office: "CA-14", state: "CA", district: 14, lawmaker: null };
const spoken = (parts: readonly ScriptPart[]) => parts.map(({ text }) => text).join("");
const linesOf = ({ steps }: CallScript) =>
  steps.flatMap((step) =>
    step.kind === "say" ? [spoken(step.parts)] : step.options.map(({ parts }) => spoken(parts)),
  );

test("there is an English script", () => {
  expect(scripts.map(({ language }) => language)).toContain("en");
});

describe.each(scripts)("In $language", ({ language, template }) => {
  test.each([null, "94110"])("no script for anybody holds an open placeholder or a hole (ZIP code %s)", (zip) => {
    for (const lawmaker of shippedFacts.lawmakers) {
      const script = writeCallScript(template, language, officeOf(lawmaker), zip);
      if (script === null) throw new Error("There is no script.");
      const texts = [...linesOf(script), spoken(script.voicemail ?? []), spoken(script.alreadySupports ?? [])];
      for (const words of texts) {
        expect(words, lawmaker.name).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object| {2}| ,/);
      }
      expect(texts.join(" ")).toContain(stateName(lawmaker.state));
      expect(spoken(script.voicemail ?? [])).toContain(lawmaker.lastName);
      if (zip !== null) expect(texts.join(" ")).toContain(zip);
    }
  });

  test("only those without a vote are asked to speak with their colleagues, before the thanks", () => {
    const { delegate, residentCommissioner } = template.nonVotingLines;
    for (const lawmaker of shippedFacts.lawmakers) {
      const script = writeCallScript(template, language, officeOf(lawmaker), null);
      const lines = script ? linesOf(script) : [];
      const own = lawmaker.title === "delegate" ? delegate : residentCommissioner;
      expect(lines.indexOf(own), lawmaker.name).toBe(lawmaker.isVoting ? -1 : lines.length - 2);
    }
  });

  test("the reason of one's own is left out while there is none", () => {
    const [lawmaker] = shippedFacts.lawmakers;
    if (!lawmaker) throw new Error("There is no lawmaker.");
    const script = writeCallScript(template, language, officeOf(lawmaker), null);
    const needing = script?.steps.filter((step) => step.kind === "say" && step.needs !== null);
    expect(needing).toMatchObject([{ needs: "reason", parts: [{ slot: "reason" }] }]);
  });
});

test("for a vacant seat there are words for the staff that keep its office, or none", () => {
  const english = scripts.find(({ language }) => language === "en");
  if (!english) throw new Error("There is no English script.");
  const script = writeCallScript(english.template, "en", vacant, "94110");
  expect(script).toMatchObject({ voicemail: null, alreadySupports: null, ifAsked: [] });
  expect(linesOf(script ?? { ...english, steps: [], voicemail: null, alreadySupports: null, ifAsked: [] })).toEqual([
    expect.stringMatching(/^Hello, my name is \[your name\]\. I live in \[your city\], California, ZIP code 94110\./),
  ]);
  expect(writeCallScript({ ...english.template, vacantSeat: undefined }, "en", vacant, null)).toBeNull();
});
