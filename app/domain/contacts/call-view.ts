import type { CallScriptTemplate } from "../campaigns/message-template-types";
import { type CallScript, type ScriptLanguage, writeCallScript } from "../lawmakers/call-script";
import type { Office } from "../lawmakers/find-office";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { type OfficeNumber, officeNumbers } from "../lawmakers/office-numbers";
import { stateName } from "../lawmakers/state-names";
import { channelsDone, countReached, type DoneContact } from "./flow-progress";
import { nextToCall } from "./next-call";

/** An office in the list of those to call. */
export interface OfficeToCall {
  office: string;
  /** Null where the seat is vacant. */
  name: string | null;
  isReached: boolean;
}

/** The screen of one office. */
export interface CallScreen {
  office: string;
  /** Null where the seat is vacant. */
  member: Pick<Lawmaker, "name" | "title" | "party" | "isVoting"> | null;
  stateName: string;
  district: number | null;
  /** The first is the one to call. */
  numbers: OfficeNumber[];
  script: CallScript | null;
  /** 1 for the first. */
  position: number;
  /** The office to call afterwards; null where it is the last. */
  next: string | null;
}

export interface CallView {
  offices: OfficeToCall[];
  reached: number;
  /** Null when the last office was called. */
  screen: CallScreen | null;
}

interface Asked {
  /** The office in the address; the first that was not called yet where it names none of them. */
  office: string | null;
  isFinished: boolean;
  progress: readonly DoneContact[];
  zip: string | null;
  script: { template: CallScriptTemplate; language: ScriptLanguage } | null;
}

/** What the page shows to somebody who calls the offices one after the other. */
export function viewCall(offices: readonly Office[], asked: Asked): CallView {
  const ids = offices.map(({ office }) => office);
  const wanted = asked.isFinished ? null : (named(ids, asked.office) ?? nextToCall(ids, asked.progress, null));
  const office = offices.find((one) => one.office === wanted);
  return {
    offices: offices.map((one) => ({
      office: one.office,
      name: one.lawmaker?.name ?? null,
      isReached: channelsDone(asked.progress, one.office).includes("phone"),
    })),
    reached: countReached(asked.progress, ids),
    screen: office === undefined ? null : screenOf(office, ids, asked),
  };
}

function screenOf(office: Office, ids: readonly string[], { progress, script, zip }: Asked): CallScreen {
  const { lawmaker } = office;
  return {
    office: office.office,
    member: lawmaker && {
      name: lawmaker.name,
      title: lawmaker.title,
      party: lawmaker.party,
      isVoting: lawmaker.isVoting,
    },
    stateName: stateName(office.state),
    district: office.district,
    numbers: officeNumbers(lawmaker),
    script: script && writeCallScript(script.template, script.language, office, zip),
    position: ids.indexOf(office.office) + 1,
    next: nextToCall(ids, progress, office.office),
  };
}

function named(ids: readonly string[], office: string | null): string | null {
  return office !== null && ids.includes(office) ? office : null;
}
