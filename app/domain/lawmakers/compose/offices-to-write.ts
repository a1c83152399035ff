import type { Context } from "../../context";
import type { YourLawmakers } from "../find-your-lawmakers";
import type { Lawmaker } from "../lawmaker";
import { listYourOffices } from "../your-offices";
import { type Recipient, recipientOf } from "./recipient";

/** What an office's form asks for besides the message and what the letter already holds. */
export const formAsks = ["prefix", "street", "zip4", "email", "phone", "topic"] as const;
export type FormAsk = (typeof formAsks)[number];

const fieldOf: Record<FormAsk, string> = {
  prefix: "NAME_PREFIX",
  street: "ADDRESS_STREET",
  zip4: "ADDRESS_ZIP4",
  email: "EMAIL",
  phone: "PHONE",
  topic: "TOPIC",
};

export interface OfficeForm {
  url: string;
  /** Null where nobody has looked at what the form asks for. */
  facts: { asks: FormAsk[]; hasCaptcha: boolean; asOf: string; isOld: boolean } | null;
}

/** One office of the page on which letters are written. */
export interface OfficeToWrite {
  recipient: Recipient;
  title: Lawmaker["title"] | null;
  form: OfficeForm | null;
  website: string | null;
  /** Random: the same press of a button twice is one action. */
  requestKey: string;
}

/** Forms change often: what was seen longer ago than this is a hint. */
const OLD_DAYS = 540;
const DAY_MS = 86_400_000;

/** The offices that are sure, with what is known of their forms; none where the place is not known yet. */
export function officesToWrite(yours: YourLawmakers, ctx: Pick<Context, "now" | "newId">): OfficeToWrite[] {
  return listYourOffices(yours).map((office) => ({
    recipient: recipientOf(office),
    title: office.lawmaker?.title ?? null,
    form: office.lawmaker && formOf(office.lawmaker, ctx.now()),
    website: office.lawmaker?.website ?? null,
    requestKey: ctx.newId(),
  }));
}

function formOf({ contactForm, contactFormFacts }: Lawmaker, now: Date): OfficeForm | null {
  if (contactForm === null) return null;
  if (contactFormFacts === null) return { url: contactForm, facts: null };
  const { required, hasCaptcha, asOf } = contactFormFacts;
  const isOld = now.getTime() - Date.parse(asOf) > OLD_DAYS * DAY_MS;
  const asks = formAsks.filter((ask) => required.includes(fieldOf[ask]));
  return { url: contactForm, facts: { asks, hasCaptcha, asOf, isOld } };
}
