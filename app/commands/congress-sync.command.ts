import { listFactsAges } from "~/domain/lawmakers/facts-age";
import { rollBackCongress, syncFacts } from "~/domain/lawmakers/sync-facts.server";
import { AbsurdChangeError } from "~db/congress/absurd-changes";
import { type FactsDifference, isDifferent } from "~db/congress/compare-facts";
import { describeDifference } from "~db/congress/describe-difference";
import { listFormerRevisions } from "~db/congress/former-facts";
import { listStoredOrigins } from "~db/congress/stored-facts";
import { summarizeDifference } from "~db/congress/summarize-difference";
import type { Database } from "~db/database";
import { readSyncArguments } from "./congress-sync-arguments";
import { printTable } from "./moderation-arguments";
import { staffCommand } from "./staff-command";

/** Refreshes the facts about Congress, shows what changes, and puts former facts back. */
await staffCommand(readSyncArguments, async ({ ctx }, typed) => {
  if (typed.order === "list") return list(ctx.db, ctx.now(), typed.isJson);
  if (typed.order === "roll-back") return show(await rollBackCongress(ctx, typed), typed.isJson, {});

  const { isDryRun, isJson } = typed;
  try {
    const { difference, remarks, absurdities } = await syncFacts(ctx, typed);
    const isApplied = !isDryRun && isDifferent(difference);
    show(difference, isJson, { remarks, isApplied, ...(absurdities.length > 0 && { absurdities }) });
    if (isJson) return;
    for (const reason of absurdities) console.log(`${isDryRun ? "To be forced" : "Forced"}: ${reason}`);
    if (isDryRun && isDifferent(difference)) console.log("Dry run: nothing was applied.");
  } catch (error) {
    if (error instanceof AbsurdChangeError) {
      show(error.difference, isJson, { isApplied: false, absurdities: error.reasons });
    }
    throw error;
  }
});

interface Told {
  remarks?: string[];
  isApplied?: boolean;
  absurdities?: string[];
}

function show(difference: FactsDifference, isJson: boolean, told: Told) {
  if (isJson) return console.log(JSON.stringify({ ...summarizeDifference(difference), ...told }));
  for (const line of [...(told.remarks ?? []), ...describeDifference(difference)]) console.log(line);
}

async function list(db: Database, now: Date, isJson: boolean) {
  const [origins, former] = [await listStoredOrigins(db), await listFormerRevisions(db)];
  const ages = new Map(listFactsAges(origins, now).map((age) => [age.congress, age]));
  const rows = origins.map(({ congress, validFrom, revision, importedAt, source, asOf, validUntil }) => ({
    ...{ congress, asOf, validFrom, validUntil, revision, importedAt, source },
    ...ages.get(congress),
    former: former.filter((one) => one.congress === congress).map(({ congress: _, ...one }) => one),
  }));
  if (isJson) return console.log(JSON.stringify(rows));
  printTable(
    ["CONGRESS", "VALID FROM (UTC)", "UNTIL", "STATE", "AS OF", "DAYS OLD", "REVISION", "FORMER REVISIONS"],
    rows.map((row) => [
      String(row.congress),
      minuteOf(row.validFrom.toISOString()),
      minuteOf(String(row.validUntil)),
      row.state ?? "",
      row.asOf,
      String(row.ageDays ?? ""),
      String(row.revision),
      row.former.map(({ revision, asOf }) => `${revision} (${asOf})`).join(", ") || "none",
    ]),
  );
  for (const { warning } of rows) if (warning !== undefined) console.log(`Take care: ${warning}`);
}

function minuteOf(moment: string): string {
  return `${moment.slice(0, 16)}Z`;
}
