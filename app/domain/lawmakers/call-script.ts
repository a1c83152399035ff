import type { CallScriptTemplate } from "../campaigns/message-template-types";
import type { Office } from "./find-office";
import type { Lawmaker } from "./lawmaker";
import { stateName } from "./state-names";

/** Languages in which there may be words for an office. */
export const scriptLanguages = ["en", "es"] as const;
export type ScriptLanguage = (typeof scriptLanguages)[number];

/** What only the caller knows; it is filled in on the device, or stays as `open` in brackets. */
export type ScriptSlot = "name" | "city" | "reason";
export type ScriptPart = { text: string; slot: null } | { text: string; slot: ScriptSlot };

export type ScriptStep =
  /** `needs`: left out while nothing stands in that slot. */
  | { kind: "say"; id: string; parts: ScriptPart[]; needs: ScriptSlot | null }
  | { kind: "pick"; id: string; max: number; options: { id: string; parts: ScriptPart[] }[] };

/** What to say to one office, for each way that a call may go. */
export interface CallScript {
  language: ScriptLanguage;
  steps: ScriptStep[];
  /** Null for a vacant seat. */
  voicemail: ScriptPart[] | null;
  /** When the office says that the member is for it already. */
  alreadySupports: ScriptPart[] | null;
  ifAsked: { question: string; answer: string }[];
}

const titles: Record<ScriptLanguage, Record<Lawmaker["title"], string>> = {
  en: {
    senator: "Senator",
    representative: "Representative",
    delegate: "Delegate",
    resident_commissioner: "Resident Commissioner",
  },
  es: {
    senator: "Senador(a)",
    representative: "Representante",
    delegate: "Delegado(a)",
    resident_commissioner: "Comisionado(a) Residente",
  },
};

const open: Record<ScriptLanguage, Record<ScriptSlot | "zip", string>> = {
  en: { name: "[your name]", city: "[your city]", reason: "[why this matters to you]", zip: "[your ZIP code]" },
  es: { name: "[su nombre]", city: "[su ciudad]", reason: "[por qué le importa]", zip: "[su código postal]" },
};

/** The template's placeholders that only the caller can fill. */
const slots: Readonly<Record<string, ScriptSlot>> = { caller_name: "name", city: "city", personal_reason: "reason" };

/** The campaign's words for a call to one office. For a vacant seat there are some only where the campaign has them. */
export function writeCallScript(
  template: CallScriptTemplate,
  language: ScriptLanguage,
  { lawmaker, state }: Office,
  zip: string | null,
): CallScript | null {
  const values = {
    state_name: stateName(state),
    zip: zip ?? open[language].zip,
    ...(lawmaker && { lawmaker_title: titles[language][lawmaker.title], lawmaker_name: lawmaker.lastName }),
  };
  const write = (text: string) => writeParts(text, values, language);
  if (lawmaker === null) {
    if (template.vacantSeat === undefined) return null;
    const step = { kind: "say", id: "vacant", parts: write(template.vacantSeat), needs: null } as const;
    return { language, steps: [step], voicemail: null, alreadySupports: null, ifAsked: [] };
  }

  const steps = template.steps.map((step): ScriptStep => {
    if (step.kind === "pick") {
      const options = step.options.map(({ id, text }) => ({ id, parts: write(text) }));
      return { kind: "pick", id: step.id, max: step.max, options };
    }
    const parts = write(step.text);
    const needs = step.optional ? (parts.find(({ slot }) => slot !== null)?.slot ?? null) : null;
    return { kind: "say", id: step.id, parts, needs };
  });
  const extra = nonVotingLine(template, lawmaker);
  // Before the thanks, which end every call.
  if (extra !== null) steps.splice(-1, 0, { kind: "say", id: "non-voting", parts: write(extra), needs: null });
  return {
    language,
    steps,
    voicemail: write(template.voicemail),
    alreadySupports: template.alreadySupports === undefined ? null : write(template.alreadySupports),
    ifAsked: template.ifAsked,
  };
}

function nonVotingLine({ nonVotingLines }: CallScriptTemplate, { title }: Lawmaker): string | null {
  if (title === "delegate") return nonVotingLines.delegate;
  return title === "resident_commissioner" ? nonVotingLines.residentCommissioner : null;
}

/** Splits a text at its {{placeholders}}: what is known is put in, what the caller knows stays open. */
function writeParts(text: string, values: Readonly<Record<string, string>>, language: ScriptLanguage): ScriptPart[] {
  const parts: ScriptPart[] = [];
  for (const [index, piece] of text.split(/\{\{(\w+)\}\}/).entries()) {
    const slot = index % 2 === 1 ? slots[piece] : undefined;
    if (slot !== undefined) parts.push({ text: open[language][slot], slot });
    else if (piece !== "") parts.push({ text: index % 2 === 1 ? (values[piece] ?? "") : piece, slot: null });
  }
  return parts;
}
