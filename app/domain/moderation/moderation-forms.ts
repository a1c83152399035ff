import { z } from "zod";
import { signatureSignals } from "../abuse/signature-signals";

const LONGEST_REASON = 500;

/** Why something is done, for the audit log. An address has no place there: the log outlives the person's data. */
export const reasonField = z
  .string("whyMissing")
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .refine((text) => text !== "", "whyMissing")
  .refine((text) => [...text].length <= LONGEST_REASON, "tooLong")
  .refine((text) => !/\S@\S/.test(text) && !/\p{Cc}/u.test(text), "noteWithAddress");

/** What is left empty was not asked for. */
const emptyIsNone = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** `2026-11-23`, `2026-11-23T14:00` or a whole moment; without a zone it is in UTC. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?)?$/, "momentFaulty")
  .transform((text) => (text.length === 10 || text.endsWith("Z") ? text : `${text}Z`))
  .refine((text) => !Number.isNaN(Date.parse(text)), "momentFaulty")
  .transform((text) => new Date(text).toISOString());

const fields = {
  signature: z.preprocess(emptyIsNone, z.uuid("required").optional()),
  network: z.preprocess(
    emptyIsNone,
    z
      .string()
      .regex(/^[\w-]{1,64}$/, "required")
      .optional(),
  ),
  country: z.preprocess(
    emptyIsNone,
    z
      .string()
      .regex(/^[A-Z]{2}$/, "required")
      .optional(),
  ),
  signal: z.preprocess(emptyIsNone, signatureSignals.optional()),
  from: z.preprocess(emptyIsNone, moment.optional()),
  to: z.preprocess(emptyIsNone, moment.optional()),
  held: z.preprocess(emptyIsNone, z.literal("yes").optional()),
};

/** What narrows a list of signatures, as it stands in an address; what is faulty there is as if it were not. */
export const heldFilter = z.object({
  signature: fields.signature.catch(undefined),
  network: fields.network.catch(undefined),
  country: fields.country.catch(undefined),
  signal: fields.signal.catch(undefined),
  from: fields.from.catch(undefined),
  to: fields.to.catch(undefined),
  /** The last signature of the page before. */
  after: z.preprocess(emptyIsNone, z.uuid().optional()).catch(undefined),
});

export type HeldFilter = z.output<typeof heldFilter>;

/** By what signatures are struck or released, as it was typed. */
export const criteriaFields = z.object({
  ...fields,
  /** Domain of the address; never in an address of ours, because it may name a person. */
  domain: z.preprocess(
    emptyIsNone,
    z
      .string()
      .trim()
      .max(253, "tooLong")
      .regex(/^@?[^\s@]+\.[^\s@]+$/, "domainFaulty")
      .optional(),
  ),
  /** The same once it was hashed. */
  domainHash: z.preprocess(emptyIsNone, z.string().max(255).optional()),
});

export type TypedCriteria = z.output<typeof criteriaFields>;

/** At least one must be named: nobody strikes a whole petition by leaving a form empty. */
const isNamed = (typed: TypedCriteria) => Object.values(typed).some((value) => value !== undefined);

export const previewForm = criteriaFields.refine(isNamed, { path: ["criteria"], message: "criteriaMissing" });

export const orderForm = criteriaFields
  .extend({ reason: reasonField, key: z.uuid("required") })
  .refine(({ reason: _, key: __, ...typed }) => isNamed(typed), { path: ["criteria"], message: "criteriaMissing" });

/** Without a criterion all that are held are released. */
export const releaseForm = criteriaFields.extend({ reason: reasonField });

export const strikeIdForm = z.object({ strike: z.uuid("required") });
