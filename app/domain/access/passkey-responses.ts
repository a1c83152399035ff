import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

const text = z.string().max(20_000);
const id = z.string().regex(/^[\w-]{1,2000}$/);
const common = {
  id,
  rawId: id,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z
    .object({})
    .catchall(z.unknown())
    .transform(() => ({})),
};

/** WebAuthn Level 3, 5.1: `RegistrationResponseJSON`, as far as it is used. */
const registration: z.ZodType<RegistrationResponseJSON> = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z
      .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
      .max(10)
      .optional()
      .catch([]),
  }),
});

/** `AuthenticationResponseJSON`. */
const authentication: z.ZodType<AuthenticationResponseJSON> = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
});

/** Null for what no browser gives. */
export function readRegistrationResponse(given: string): RegistrationResponseJSON | null {
  return read(registration, given);
}

export function readAuthenticationResponse(given: string): AuthenticationResponseJSON | null {
  return read(authentication, given);
}

function read<T>(schema: z.ZodType<T>, given: string): T | null {
  try {
    return schema.safeParse(JSON.parse(given)).data ?? null;
  } catch {
    return null;
  }
}
