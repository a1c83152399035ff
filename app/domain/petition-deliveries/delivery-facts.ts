import { z } from "zod";
import { petitionContent } from "~db/schema/content/petition-content";

const figures = z.record(z.string(), z.number().int());

/** A member of Congress who gets a version, as the documents name them. */
const recipient = z.object({
  bioguide: z.string(),
  name: z.string(),
  lastName: z.string(),
  chamber: z.enum(["senate", "house"]),
  state: z.string(),
  /** 0 = at large; null = senator. */
  district: z.number().int().nullable(),
});

export type Recipient = z.infer<typeof recipient>;

/**
 * `petition_deliveries.facts`: everything that the documents say besides what people wrote, of one moment. Kept, so that the work
 * can go on after a pause, and gives the same bytes when it is done again.
 */
export const deliveryFacts = z.object({
  goal: z.number().int(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().nullable(),
  /** The partner or the host. */
  organizer: z.string(),
  petition: petitionContent
    .pick({ title: true, addressedTo: true, summary: true, statement: true, demands: true })
    .extend({ locale: z.string() }),
  places: z.object({
    total: z.number().int(),
    countries: figures,
    usStates: z.record(z.string(), z.object({ count: z.number().int(), elsewhere: z.number().int() })),
    usDistricts: figures,
    unlisted: z.object({ countries: z.number().int(), usDistricts: z.number().int() }),
  }),
  /** Ids of those that stood under the campaign in public. */
  endorsements: z.array(z.uuid()),
  recipients: z.array(recipient),
  /** Members whose state or district has too few signatures to be told. */
  recipientsLeftOut: z.number().int(),
});

export type DeliveryFacts = z.infer<typeof deliveryFacts>;

/** `petition_deliveries.cursor`: where the next piece of work begins. */
export const deliveryCursor = z.discriminatedUnion("phase", [
  /** Noting whose name or comment is shown, after this signature. */
  z.object({ phase: z.literal("people"), after: z.uuid().nullable() }),
  /** Writing the file at this place of the plan, its part `part`, beginning after this signature. */
  z.object({ phase: z.literal("files"), file: z.number().int(), part: z.number().int(), after: z.uuid().nullable() }),
]);

export type DeliveryCursor = z.infer<typeof deliveryCursor>;
