import { z } from "zod";

/** In codes; all countries and states together are fewer. */
const MOST_PLACES = 400;
/** Actions that one rule can name. */
export const MOST_ACTIONS = 6;

/**
 * A rule of a campaign. `whom` is `places` or `everybody`; `seen` is empty for a new one, or else a hash of what the writer
 * saw. Whether places and actions exist is for the domain to say.
 */
export const ruleForm = z
  .object({
    rule: z.uuid("required"),
    seen: z.string().max(64),
    whom: z.enum(["places", "everybody"], "required"),
    place: z.array(z.string().max(10)).max(MOST_PLACES, "placesMissing").default([]),
    action: z.array(z.string().max(200)).max(MOST_ACTIONS).default([]),
    withUsual: z
      .literal("yes")
      .optional()
      .transform((ticked) => ticked === "yes"),
  })
  .transform(({ rule, seen, whom, place, action, withUsual }, ctx) => {
    const actions = [...new Set(action.filter((slug) => slug !== ""))];
    if (whom === "places" && place.length === 0) {
      ctx.addIssue({ code: "custom", path: ["place"], message: "placesMissing" });
    }
    if (actions.length === 0 && !withUsual) {
      ctx.addIssue({ code: "custom", path: ["action"], message: "actionsMissing" });
    }
    const places = whom === "everybody" ? [] : [...new Set(place)];
    return { seen, planned: { id: rule, places, actions, withUsual } };
  });

/** One rule in a list. */
export const ruleIdForm = z.object({ rule: z.uuid("required") });

/** Whose way through the rules is to be shown; all empty at first. */
export const testForm = z.object({
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/)
    .catch(""),
  region: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2}-[A-Z0-9]{1,3})?$/)
    .catch(""),
  locale: z.string().max(20).catch(""),
  view: z.enum(["planned", "public"]).catch("planned"),
});
