import { z } from "zod";
import { isCountryCode } from "../regions/country-codes";
import { isTimeZone, momentOf } from "./zoned-time";

/** Confirmed signatures. */
const HIGHEST_GOAL = 100_000_000;
/** More are everybody. */
const MOST_COUNTRIES = 60;

/** The version of the facts that the form was made from. */
export const versionField = z.coerce.number().int().positive();

/** People write `5000`, `5 000`, `5.000` and `5,000`. */
const goalField = z
  .string()
  .transform((text) => text.trim().replaceAll(/[\s\u00a0\u202f.,'’]/g, ""))
  .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= HIGHEST_GOAL, "goalFaulty")
  .transform(Number);

const localMoment = z.string().optional().default("");

const moment = (text: string, timeZone: string, issue: z.RefinementCtx, path: "opensAt" | "closesAt") => {
  if (text.trim() === "") return null;
  const at = momentOf(text.trim(), timeZone);
  if (at === null) issue.addIssue({ code: "custom", path: [path], message: "momentFaulty" });
  return at;
};

/** A campaign's goal, dates and place. Dates are as clocks in the zone show them; an empty one is none. */
export const settingsForm = z
  .object({
    version: versionField,
    goal: goalField,
    opensAt: localMoment,
    closesAt: localMoment,
    timeZone: z.string().refine(isTimeZone, "timeZoneUnknown"),
    countries: z
      .array(z.string())
      .transform((codes) => [...new Set(codes.filter((code) => code !== ""))].sort())
      .refine((codes) => codes.every(isCountryCode), "countryUnknown")
      .refine((codes) => codes.length <= MOST_COUNTRIES, "countriesTooMany"),
  })
  .transform((input, issue) => ({
    ...input,
    typed: { opensAt: input.opensAt.trim(), closesAt: input.closesAt.trim() },
    opensAt: moment(input.opensAt, input.timeZone, issue, "opensAt"),
    closesAt: moment(input.closesAt, input.timeZone, issue, "closesAt"),
  }));

export type SettingsInput = z.output<typeof settingsForm>;

/** Which versions of the consents' wordings a campaign asks under; what is left empty is asked under the newest. */
export const wordingsForm = z.object({
  version: versionField,
  wordings: z
    .array(z.string())
    .transform((ids) => ids.filter((id) => id !== ""))
    .pipe(z.array(z.uuid("wordingUnknown")).max(200, "wordingUnknown")),
});
