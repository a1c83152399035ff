import type { ArchiveOutcome } from "~/domain/content/archive.server";
import type { AddressOutcome } from "~/domain/content/change-address.server";
import type { FactsOutcome } from "~/domain/content/change-update-facts.server";
import type { FieldFault } from "~/domain/content/check-fields.server";
import type { NewUpdateOutcome } from "~/domain/content/new-update.server";
import type { PublishOutcome } from "~/domain/content/publish.server";
import type { SavedDraft } from "~/domain/content/save-draft.server";
import type { UndoOutcome } from "~/domain/content/undo-publish.server";

type Outcome =
  | SavedDraft
  | PublishOutcome
  | UndoOutcome
  | ArchiveOutcome
  | AddressOutcome
  | NewUpdateOutcome
  | FactsOutcome;

const whyNot = {
  organization: "This text is another organization's.",
  role: "This role does not do that with this text.",
  approval: "Nothing of this partner becomes public before the host has said yes.",
  paused: "This organization is paused: nothing new of it becomes public.",
  ownText: "Nobody approves what they wrote themselves: a second person must read it.",
};

const faults: Record<FieldFault["fault"], (detail: string) => string> = {
  invalid: (detail) => detail,
  tooLong: (detail) => `all texts together have more than ${detail} characters`,
  unreadable: () => "holds a character that no text can hold",
  placeholders: (detail) => (detail === "" ? "must hold no placeholder" : `must hold these placeholders: ${detail}`),
  id: (detail) => (detail === "" ? "has no part in the source" : `must be “${detail}”, as in the source`),
  link: (detail) => `the link ${detail} leads neither to the web nor to mail nor to our pages`,
  picture: (detail) => `${detail} is no picture of ours; store it by \`npm run content -- image FILE\``,
  alternativeText: (detail) => `the picture ${detail} needs words for those who do not see it`,
};

/** What is wrong with a text, and where. */
export function wordsOfFault({ path, fault, detail }: FieldFault): string {
  return `${path === "" ? "" : `${path}: `}${faults[fault](detail)}`;
}

/** What happened, or why nothing did and what to do instead. */
export function wordsOfOutcome(answer: Outcome): string {
  switch (answer.outcome) {
    case "done":
      return "number" in answer ? `Done. It is version ${answer.number} now.` : "Done.";
    case "already":
      return "That is so already. Nothing was changed.";
    case "saved":
      return `Saved as version ${answer.number}. Next: submit.`;
    case "created":
      return `Created “${answer.key}” with its first draft, version ${answer.number}. Next: submit.`;
    case "notFound":
      return "There is no such text or version. `list` shows the texts, `show` the versions of one.";
    case "notAllowed":
      return whyNot[answer.why];
    case "conflict":
      return `Not from here: the version is “${answer.state}”${answer.by === null ? "" : `, by ${answer.by}`}.`;
    case "outdated":
      return `${answer.newest.writtenBy} saved version ${answer.newest.number} since. Look at it by \`show\` first.`;
    case "noSource":
      return "There is no published text in the source's language. Say which version you translated: --from NUMBER.";
    case "unknownLanguage":
      return "Readers are offered no such language. It needs its entry in app/i18n/locales.ts first.";
    case "faulty":
      return answer.faults.map(wordsOfFault).join("\n");
    case "sourceNotPublished":
      return "What it is a translation of is not published yet. Publish that first.";
    case "superseded":
      return "Readers see a later version already. To go back: undo.";
    case "needed":
      return "Pages cannot be without it. Publish another text in its place.";
    case "nothingEarlier":
      return "No earlier version was ever published.";
    case "notASlug":
      return "An address has small letters, digits and marks of any script in words joined by hyphens: at most 80.";
    case "taken":
      return "Another text has or had this address.";
    case "noAddress":
      return "Only campaigns, principles and updates have an address, in the languages they are published in.";
  }
}
