import { z } from "zod";
import { portalLocales } from "~/i18n/portal-locales";
import { memberRoles } from "~db/schema/users";
import { isEmailAddress } from "../signatures/email-address";
import { cleanName, MAX_NAME_LENGTH } from "../signatures/supporter-name";

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const emailField = z.string().trim().min(1, "emailMissing").refine(isEmailAddress, "emailFaulty");

/** A name as colleagues see it. */
export const nameField = z
  .string()
  .transform(cleanName)
  .refine((name) => name !== "", "nameMissing")
  .refine((name) => [...name].length <= MAX_NAME_LENGTH, "nameTooLong");

export const signInForm = z.object({ email: emailField });

export const codeForm = z.object({
  request: z.uuid("codeFaulty"),
  code: z
    .string()
    .transform((code) => code.replaceAll(/\D/g, ""))
    .refine((code) => code.length === 6, "codeFaulty"),
});

export const invitationForm = z.object({
  email: emailField,
  roles: z.array(z.enum(memberRoles)).min(1, "rolesMissing"),
});

export const ownNameForm = z.object({ name: nameField });

export const revokeForm = z.object({ invitation: z.uuid("required") });

export const memberForm = z.object({ user: z.uuid("required") });

export const rolesForm = memberForm.extend({ roles: z.array(z.enum(memberRoles)).min(1, "rolesMissing") });

export const accountForm = ownNameForm.extend({ locale: z.enum(portalLocales, "required") });

/** The answer of a browser is read where it is used; here it is only text. */
export const passkeyNameForm = z.object({
  response: z.string().max(60_000),
  name: nameField,
});

export const passkeyIdForm = z.object({ passkey: z.uuid("required") });

export const sessionForm = z.object({ session: z.uuid("required") });
