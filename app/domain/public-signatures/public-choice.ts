import type { SentForm } from "../signatures/sign-form";
import { cleanComment, commentLength } from "./clean-comment";

/** Longest comment, in characters (code points). */
export const MAX_COMMENT_LENGTH = 500;

/** What a signer chose to show of their signature, on the page that confirms it. */
export interface PublicChoice {
  /** Their name, on the delivered petition. */
  showsName: boolean;
  /** Clean; empty where nothing was written. */
  comment: string;
}

/** Each is a key below `errors` in `confirm.json`. */
export type PublicChoiceErrors = { comment: "commentTooLong" };

/** What a ticked box sends; anything else is not a yes. */
const yes = new Set(["yes", "on", "true", "1"]);

/** Reads the two fields of the confirmation page. A form without them chooses nothing; always gives back what was typed. */
export function readPublicChoice(form: Pick<SentForm, "get">): {
  values: PublicChoice;
  errors: PublicChoiceErrors | null;
} {
  const box = form.get("publicName");
  const typed = form.get("comment");
  const values = {
    showsName: typeof box === "string" && yes.has(box),
    comment: typeof typed === "string" ? cleanComment(typed.slice(0, 10_000)) : "",
  };
  const isTooLong = commentLength(values.comment) > MAX_COMMENT_LENGTH;
  return { values, errors: isTooLong ? { comment: "commentTooLong" } : null };
}

/** Whether anything is to be shown. */
export function saysSomething({ showsName, comment }: PublicChoice): boolean {
  return showsName || comment !== "";
}
