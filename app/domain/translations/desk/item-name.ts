import { contentKinds } from "~db/schema/content-items";
import type { DeskKind } from "./desk-filter";

/** An item of content, as an address of the desk names it: `principle.data-minimization`. */
export interface ItemName {
  kind: DeskKind;
  key: string;
}

export function itemParam({ kind, key }: ItemName): string {
  return `${kind}.${key}`;
}

/** @returns null for what names no item */
export function readItemParam(param: string | undefined): ItemName | null {
  const [, first, key] = /^([^.]+)\.(.+)$/s.exec(param ?? "") ?? [];
  const kind = contentKinds.find((one) => one === first);
  return kind === undefined || key === undefined ? null : { kind, key };
}
