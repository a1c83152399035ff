import { z } from "zod";
import { cleanColour } from "../branding/brand-colour";
import { versionField } from "./settings-form";

/** In characters; it stands in one line of the campaign's page. */
const LONGEST_NAME = 60;

const textOf = (most: number) =>
  z
    .string()
    .optional()
    .default("")
    .transform((text) => text.replaceAll("\0", "").replaceAll(/\s+/g, " ").trim())
    .refine((text) => [...text].length <= most, "tooLong");

/** How an organization stands on its campaign's page; empty fields mean its own name, and the site's colours. */
export const brandForm = z.object({
  version: versionField,
  shortName: textOf(LONGEST_NAME).transform((name) => (name === "" ? null : name)),
  brandColour: z
    .string()
    .optional()
    .default("")
    .transform((text, issue) => {
      if (text.trim() === "") return null;
      const colour = cleanColour(text);
      if (colour === null) issue.addIssue({ code: "custom", message: "colourFaulty" });
      return colour;
    }),
});

/** A file is read beside this form. */
export const pictureForm = z.object({ version: versionField });

/** What a picture shows, for those who do not see it. `seen` names the text that it is a part of. */
export const altForm = z.object({
  seen: z.string().regex(/^\d+:[\da-f]{64}$/, "required"),
  alt: textOf(300).refine((text) => text !== "", "altMissing"),
});
