import { z } from "zod";
import { isEmailAddress } from "./email-address";

const text = z.string().max(1_000).catch("");

/** What the two small forms of the check-inbox page send. Errors are keys below `errors` in `confirm.json`. */
export interface MailboxForm {
  intent: "code" | "resend";
  email: string;
  code: string;
}

export type MailboxFormErrors = Partial<Record<"email" | "code", "emailFaulty" | "codeFaulty" | "codeWrong">>;

/** Reads either form; `errors` is null when there is none. */
export function readMailboxForm(form: FormData): { values: MailboxForm; errors: MailboxFormErrors | null } {
  const values: MailboxForm = {
    intent: form.get("intent") === "resend" ? "resend" : "code",
    email: text.parse(form.get("email")).trim(),
    code: text.parse(form.get("code")).trim(),
  };
  const errors: MailboxFormErrors = {};
  if (!isEmailAddress(values.email)) errors.email = "emailFaulty";
  if (values.intent === "code" && values.code.match(/\p{Nd}/gu)?.length !== 6) errors.code = "codeFaulty";
  return { values, errors: Object.keys(errors).length > 0 ? errors : null };
}
