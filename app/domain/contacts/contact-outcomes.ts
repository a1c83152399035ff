import type { contactChannels, contactStates } from "~db/schema/contacts";

export type ContactChannel = (typeof contactChannels)[number];
export type ContactState = (typeof contactStates)[number];

/** What a person can say became of a contact, by its channel, and the state that this makes it. */
export const contactOutcomes = {
  phone: {
    spoke_supportive: "reported",
    spoke_noncommittal: "reported",
    spoke_opposed: "reported",
    voicemail: "reported",
    no_answer: "opened",
    prefer_not_to_say: "reported",
  },
  form: { sent: "reported", not_finished: "opened" },
  letter: { posted: "reported", handed_in: "reported", printed: "prepared" },
} as const satisfies Record<Exclude<ContactChannel, "cwc">, Record<string, ContactState>>;

/** The channels that only the person can tell us of. */
export type ToldChannel = keyof typeof contactOutcomes;

/** The outcomes of each channel, in the order in which they are offered. */
export const outcomesInOrder = {
  phone: ["spoke_supportive", "spoke_noncommittal", "spoke_opposed", "voicemail", "no_answer", "prefer_not_to_say"],
  form: ["sent", "not_finished"],
  letter: ["posted", "handed_in", "printed"],
} as const satisfies { [C in ToldChannel]: readonly (keyof (typeof contactOutcomes)[C])[] };

/** All of them, with what the gateway may say. */
export const knownOutcomes = [...Object.values(outcomesInOrder).flat(), "accepted"] as const;
export type KnownOutcome = (typeof knownOutcomes)[number];

/** The state that an outcome means, or null where the channel knows no such outcome. */
export function stateOfOutcome(channel: ToldChannel, outcome: string): ContactState | null {
  const outcomes: Readonly<Record<string, ContactState>> = contactOutcomes[channel];
  return Object.hasOwn(outcomes, outcome) ? (outcomes[outcome] ?? null) : null;
}

const told = ["phone", "form", "letter"] as const satisfies readonly ToldChannel[];

/** Channels with the outcomes by which a contact is known to have come to the office. */
export const reachedOutcomes: readonly { channel: ContactChannel; outcome: string }[] = [
  ...told.flatMap((channel) =>
    outcomesInOrder[channel]
      .filter((outcome) => stateOfOutcome(channel, outcome) === "reported")
      .map((outcome) => ({ channel, outcome })),
  ),
  { channel: "cwc", outcome: "accepted" },
];
