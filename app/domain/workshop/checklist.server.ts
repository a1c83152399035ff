import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import type { RevisionState } from "../content/content-outcome";
import { textsIn } from "../content/text-fields";
import { type CampaignTexts, localesOf, newestIn } from "./campaign-texts.server";
import { hasBrackets, type Plan } from "./publication-plan.server";
import { textKinds } from "./text-shape";

/**
 * What a campaign needs, or could have, before it goes public:
 * - `words`: nothing of the template is left to fill in. `review`: a second person has approved its text.
 * - `imageAlt`: its picture has words. `closing`: it does not close before it opens to the public.
 * - `host`: the host has said yes.
 * - `look`, `languages`: worth having, and nobody has to.
 */
export type ChecklistKey = "words" | "review" | "imageAlt" | "closing" | "host" | "look" | "languages";

export interface ChecklistItem {
  key: ChecklistKey;
  /** `waits`: it is somebody else's turn. */
  state: "done" | "todo" | "waits" | "optional";
}

interface Known {
  texts: CampaignTexts;
  facts: CampaignFacts;
  plan: Plan;
  /** Where it is with the host; null where the reader need not ask it. */
  host: "unasked" | "waiting" | "approved" | null;
}

/** What is missing before a campaign can go public, and what is done of it. */
export function checklist({ texts, facts, plan, host }: Known): ChecklistItem[] {
  const { sourceLocale } = texts.petition.item;
  const newest = textKinds.map((kind) => newestIn(texts[kind], sourceLocale));
  const said = newest.flatMap((revision) => textsIn(revision?.fields));
  const isFilled = newest.every((one) => one !== null) && !said.some(({ text }) => hasBrackets(text));
  const isStuck = plan.blockers.some((one) => one !== "closed");
  const items: (ChecklistItem | null)[] = [
    { key: "words", state: isFilled ? "done" : "todo" },
    // The host reads in a second person's place.
    host === null
      ? {
          key: "review",
          state: reviewState(
            newest.map((one) => one?.state ?? "draft"),
            isStuck,
          ),
        }
      : null,
    facts.imageId === null ? null : { key: "imageAlt", state: hasAlt(texts, sourceLocale) ? "done" : "todo" },
    { key: "closing", state: plan.blockers.includes("closed") ? "todo" : "done" },
    host === null
      ? null
      : { key: "host", state: ({ unasked: "todo", waiting: "waits", approved: "done" } as const)[host] },
    { key: "look", state: hasLook(facts) ? "done" : "optional" },
    { key: "languages", state: localesOf(texts).length > 1 ? "done" : "optional" },
  ];
  return items.filter((item) => item !== null);
}

/** @param isStuck the versions that are approved could not go public; otherwise a newer draft keeps nobody waiting */
function reviewState(states: readonly RevisionState[], isStuck: boolean): ChecklistItem["state"] {
  if (states.every((state) => state === "approved" || state === "published")) return "done";
  if (!isStuck) return "optional";
  return states.includes("draft") ? "todo" : "waits";
}

function hasAlt(texts: CampaignTexts, locale: string): boolean {
  const fields = newestIn(texts.campaign, locale)?.fields;
  return typeof fields === "object" && fields !== null && "imageAlt" in fields && typeof fields.imageAlt === "string";
}

function hasLook({ imageId, logoImageId, brandColour }: CampaignFacts): boolean {
  return imageId !== null || logoImageId !== null || brandColour !== null;
}
