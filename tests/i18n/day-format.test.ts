import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { dayFormat } from "~/i18n/day-format";

test.each([
  ["en", "January 3, 2027"],
  ["es", "3 de enero de 2027"],
  ["ar-SA", "٣ يناير ٢٠٢٧"],
  ["fa", "۳ ژانویهٔ ۲۰۲۷"],
  ["th", "3 มกราคม ค.ศ. 2027"],
])("a day in %s is that of the calendar in which laws are dated: %s", (language, day) => {
  expect(dayFormat(language, "UTC").format(new Date("2027-01-03T12:00:00Z"))).toContain(day);
});

test("all that people read is dated by that calendar, whatever the language has by itself", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const faults = ["app", "emails"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => {
        const code = readFileSync(`${root}${folder}/${name}`, "utf8");
        const formats = [...code.matchAll(/DateTimeFormat\(((?:[^()]|\([^()]*\))*)\)/g)].map(
          ([, options = ""]) => options,
        );
        const others = formats.filter((options) => !options.includes('calendar: "gregory"'));
        const isByItself = /\.toLocale(Date|Time)String\(/.test(code);
        return others.length > 0 || isByItself ? [`${folder}/${name}`] : [];
      }),
  );
  expect(faults).toEqual([]);
});
