import { z } from "zod";
import { isSeatedState } from "~db/congress/states";
import { cwcTopics, houseBillTypes, senateBillTypes } from "./cwc-topics";

/** Text as XML 1.0 can hold it (section 2.2), in characters. */
const text = (least: number, most: number) =>
  z
    .string()
    .refine((value) => value.trim().length > 0 && [...value].length >= least && [...value].length <= most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value) && !/\p{Cs}/u.test(value));
const line = (least: number, most = 200) => text(least, most).refine((value) => !/[\r\n\t]/.test(value));
const email = line(5, 254).regex(/^[^@]+@[^.]+\..+$/);
const phone = z.string().regex(/^\d{3}-\d{3}-\d{4}$/);
const yesOrNo = z.enum(["Y", "N"]);

/** What the Senate takes before a name, and nothing else. The House is looser. */
export const senatePrefixes = ["Mr.", "Mrs.", "Miss", "Ms.", "Dr."] as const;
export const housePrefixes = [...senatePrefixes, "Mx."] as const;

/** `HCA11`, `SCA01`; American Samoa is `HAQ00`. */
export const officeCode = z
  .string()
  .regex(/^(?:H[A-Z]{2}\d{2}|S[A-Z]{2}0[1-3])$/)
  .refine((code) => code !== "HAS00");

const contact = (leastName: number) => z.object({ name: line(leastName), email, phone });

/**
 * One message of Communicating with Congress, version 2.0, before it is written as XML. The rules are those of the table in
 * the open clients' code (House and Senate, November 2026); they are to be compared with the programme's packet
 * before the first real message.
 */
export const cwcMessage = z
  .object({
    delivery: z.object({
      /** Minted once per message and office; a retry carries the same. */
      id: z.string().regex(/^[A-Za-z0-9]{32}$/),
      /** YYYYMMDD. */
      date: z.string().regex(/^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/),
      agent: line(1),
      agentAckEmail: email,
      agentContact: contact(6),
      organization: line(3).optional(),
      organizationContact: contact(2).optional(),
      organizationAbout: text(6, 500).optional(),
      /** The same for all messages of one campaign with one stance. */
      campaignId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    }),
    recipient: z.object({
      memberOffice: officeCode,
      isResponseRequested: yesOrNo.optional(),
      newsletterOptIn: yesOrNo.optional(),
    }),
    constituent: z.object({
      prefix: line(1, 20),
      firstName: line(1, 60),
      middleName: line(1, 60).optional(),
      lastName: line(1, 60),
      suffix: line(1, 20).optional(),
      title: line(1, 60).optional(),
      organization: line(2).optional(),
      address1: line(3, 100),
      address2: line(2, 100).optional(),
      address3: line(2, 100).optional(),
      city: line(2, 60),
      state: z.string().refine(isSeatedState),
      zip: z.string().regex(/^\d{5}(?:-\d{4})?$/),
      phone: phone.optional(),
      addressValidation: yesOrNo.optional(),
      email,
      emailValidation: yesOrNo.optional(),
    }),
    message: z.object({
      subject: line(6, 500),
      topics: z.array(z.enum(cwcTopics)).min(1),
      bill: z
        .object({
          congress: z.int().min(100).max(999),
          type: z.enum([...senateBillTypes, ...houseBillTypes]),
          number: z.int().min(1).max(99_999),
          stance: z.enum(["Pro", "Con"]),
        })
        .optional(),
      /** The campaign's text, unchanged. */
      organizationStatement: text(6, 10_000).optional(),
      /** What the person wrote. */
      constituentMessage: text(6, 10_000).optional(),
      moreInfo: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
    }),
  })
  .refine(({ message }) => (message.organizationStatement === undefined) !== (message.constituentMessage === undefined))
  .refine(
    ({ recipient, constituent }) =>
      recipient.memberOffice.startsWith("H") || senatePrefixes.some((prefix) => prefix === constituent.prefix),
  );

export type CwcMessage = z.infer<typeof cwcMessage>;
