import type { PetitionContent } from "~db/schema/content/petition-content";

/** What a campaign can begin from. */
export const templateKeys = ["lawmakers", "company", "accessDay"] as const;

export type TemplateKey = (typeof templateKeys)[number];

/** A first draft of a petition, without its title. What its writer has to fill in stands in square brackets. */
export type TemplateText = Omit<PetitionContent, "title">;

export interface Template {
  goal: number;
  text: TemplateText;
}
