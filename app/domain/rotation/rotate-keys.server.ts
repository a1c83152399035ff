import type { Context } from "../context";
import { type OldRow, readWindow } from "./read-window.server";
import { nameOfField, type SealedField, type SealedTable, sealedTables } from "./sealed-tables";
import { writeResealed } from "./write-resealed.server";

/** A pass that found something busy is followed by another. */
const MOST_PASSES = 5;

export interface RotationReport {
  /** Whether everything was gone through to its end. */
  isComplete: boolean;
  fields: FieldReport[];
}

export interface FieldReport {
  /** `table.column`. */
  name: string;
  resealed: number;
  /** Rows that somebody held or changed each time. */
  busy: number;
  /**
   * Texts that can't be opened: their key is not in `PII_KEYS`, or they were changed. By the id of the key that they
   * name; null where they are no sealed texts at all.
   */
  unopened: { keyId: string | null; count: number }[];
}

export interface RotationProgress {
  table: string;
  /** Rows looked at in this pass over the table. */
  rows: number;
  /** Texts sealed anew in this pass. */
  resealed: number;
}

export interface RotationOptions {
  /** Asked before each batch. */
  mayGoOn?: () => boolean;
  onProgress?: (progress: RotationProgress) => void;
}

/**
 * Seals everything anew that is not under the first sealing key, while the product serves: a few hundred rows at a
 * time, each batch one short statement that overwrites nothing that was changed meanwhile. It may be stopped, run again
 * and run several times at once. Look-up hashes stay as they are: one under another key would no longer find its row.
 */
export async function rotateKeys(ctx: Context, options: RotationOptions = {}): Promise<RotationReport> {
  const report: RotationReport = { isComplete: true, fields: [] };
  for (const table of sealedTables) {
    const resealed = table.fields.map(() => 0);
    let pass = await goThrough(ctx, table, options);
    for (let passes = 1; ; passes++) {
      for (const [place, { resealed: count }] of pass.fields.entries())
        resealed[place] = (resealed[place] ?? 0) + count;
      // Only a pass with nothing to do has seen all: rows may come in behind one that is under way.
      const isDone = pass.fields.every((field) => field.resealed === 0 && field.busy === 0);
      if (!pass.isComplete || isDone || passes >= MOST_PASSES) break;
      pass = await goThrough(ctx, table, options);
    }
    report.isComplete &&= pass.isComplete;
    report.fields.push(...pass.fields.map((field, place) => ({ ...field, resealed: resealed[place] ?? 0 })));
  }
  return report;
}

/** One pass over a table, in the order of its keys. */
async function goThrough(ctx: Context, table: SealedTable, options: RotationOptions): Promise<RotationReport> {
  const pass: RotationReport = {
    isComplete: true,
    fields: table.fields.map((field) => ({ name: nameOfField(table, field), resealed: 0, busy: 0, unopened: [] })),
  };
  let after: string[] | null = null;
  let rows = 0;
  do {
    if (options.mayGoOn?.() === false) return { ...pass, isComplete: false };
    const read = await readWindow(ctx, table, after);
    await resealRows(ctx, table, read.old, pass.fields);
    rows += read.rows;
    options.onProgress?.({
      table: table.name,
      rows,
      resealed: pass.fields.reduce((sum, field) => sum + field.resealed, 0),
    });
    after = read.last;
  } while (after !== null);
  return pass;
}

/** Seals the old texts of some rows anew and adds to `fields` what came of it. */
async function resealRows(ctx: Context, table: SealedTable, old: OldRow[], fields: FieldReport[]): Promise<void> {
  const rows = old.map(({ key, sealed }) => ({
    key,
    texts: table.fields.map((field, place) => {
      const text = sealed[place] ?? null;
      if (text === null) return null;
      const fresh = sealAnew(ctx, field, text);
      if (fresh === null) noteUnopened(fields[place], ctx.vault.keyIdOf(text));
      return fresh === null ? null : { old: text, fresh };
    }),
  }));
  const replaced = await writeResealed(
    ctx,
    table,
    rows.filter(({ texts }) => texts.some((text) => text !== null)),
  );
  for (const [place, field] of fields.entries()) {
    const done = replaced[place] ?? 0;
    field.resealed += done;
    field.busy += rows.filter(({ texts }) => texts[place] !== null).length - done;
  }
}

/** The text under the sealing key, or null where none of its purposes opens it. */
function sealAnew({ vault }: Context, { purposes }: SealedField, text: string): string | null {
  for (const purpose of purposes) {
    try {
      return vault.seal(purpose, vault.open(purpose, text));
    } catch {
      // Perhaps the next purpose; the report tells when none does.
    }
  }
  return null;
}

function noteUnopened(field: FieldReport | undefined, keyId: string | null) {
  const known = field?.unopened.find((one) => one.keyId === keyId);
  if (known) known.count++;
  else field?.unopened.push({ keyId, count: 1 });
}
