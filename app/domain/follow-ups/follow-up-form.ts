import { isEmailAddress } from "../signatures/email-address";

export interface FollowUpFormErrors {
  email?: "emailMissing" | "emailFaulty" | "tooMany";
  wantsFollowUp?: "notYes";
}

/** Reads the form that asks for one mail after two weeks. */
export function readFollowUpForm(form: FormData): {
  email: string;
  offices: string[];
  errors: FollowUpFormErrors | null;
} {
  const typed = form.get("email");
  const email = typeof typed === "string" ? typed.trim().slice(0, 300) : "";
  const offices = form
    .getAll("office")
    .filter((value) => typeof value === "string")
    .filter((value) => /^[A-Z]\d{6}$/.test(value));
  const errors: FollowUpFormErrors = {};
  if (email === "") errors.email = "emailMissing";
  else if (!isEmailAddress(email)) errors.email = "emailFaulty";
  if (form.get("wantsFollowUp") !== "yes") errors.wantsFollowUp = "notYes";
  return {
    email,
    offices: [...new Set(offices)].slice(0, 5),
    errors: Object.keys(errors).length > 0 ? errors : null,
  };
}
