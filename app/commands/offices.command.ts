import { parseArgs } from "node:util";
import { z } from "zod";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { Context } from "~/domain/context";
import { formatDistrict } from "~/domain/lawmakers/district";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { factsInForce } from "~/domain/lawmakers/facts-in-force";
import { acceptReport, setReportAside } from "~/domain/offices/answer-reports.server";
import { correctOffice, withdrawCorrection } from "~/domain/offices/correct-office.server";
import { listCorrections } from "~/domain/offices/list-corrections.server";
import { listContactTotals, listDistrictSignatures, listOpenReports } from "~/domain/offices/list-offices.server";
import { type Correction, factsOf, statusOf } from "~/domain/offices/office-corrections";
import { findStoredFacts, listStoredRevisions } from "~db/congress/stored-facts";
import { writeCsv } from "./csv";
import { printTable } from "./moderation-arguments";
import { namedPerson, staffCommand, UsageError } from "./staff-command";

const usage = `Usage:
  npm run offices -- list [--campaign SLUG] [--csv FILE|-]
  npm run offices -- report [--campaign SLUG] [--since YYYY-MM-DD] [--csv FILE|-]
  npm run offices -- correct BIOGUIDE phone NUMBER --by YOU
  npm run offices -- remove-form BIOGUIDE --by YOU
  npm run offices -- accept REPORT [VALUE] --by YOU
  npm run offices -- set-aside REPORT --by YOU
  npm run offices -- withdraw CORRECTION --by YOU`;

type Table = (string | number)[][];

/** What happened with the offices of Congress, what people say is wrong, and what staff put right. */
await staffCommand(readArguments, async ({ ctx }, { order, words, values }) => {
  const [first = "", second = "", third = ""] = words;
  if (order === "list" || order === "report") {
    const { id } = await getCampaign(ctx, values.campaign ?? "privacy-for-all", "en");
    const tables = order === "list" ? await listTables(ctx, id) : await reportTables(ctx, id, values.since ?? null);
    if (values.csv !== undefined) return writeCsv(values.csv, tables.flat());
    for (const [heads = [], ...rows] of tables) {
      printTable(
        heads.map(String),
        rows.map((row) => row.map(String)),
      );
      console.log("");
    }
    return;
  }
  const by = namedPerson(values.by);
  switch (order) {
    case "correct":
      if (second !== "phone") throw new UsageError(usage);
      return console.log(await correctOffice(ctx, { bioguide: first, field: "phone", value: third, by }));
    case "remove-form":
      return console.log(await correctOffice(ctx, { bioguide: first, field: "contact_form", value: null, by }));
    case "accept":
      return console.log(`Answered: ${await acceptReport(ctx, reportId(first), second || null, by)}.`);
    case "set-aside":
      return console.log(`Set aside: ${await setReportAside(ctx, reportId(first), by)}.`);
    case "withdraw":
      await withdrawCorrection(ctx, reportId(first), by);
      return console.log("Taken back. The facts are shown again.");
  }
});

/** Offices by contacts, those never contacted last; then reports and corrections. */
async function listTables(ctx: Context, campaignId: string): Promise<Table[]> {
  const source = createFactsSource(ctx.db);
  await source.load();
  const at = factsInForce(source.current(), ctx.now());
  const contacts = new Map<string, number>();
  for (const { office, count } of await listContactTotals(ctx, campaignId, null)) {
    contacts.set(office, (contacts.get(office) ?? 0) + count);
  }
  const offices = at.status === "missing" ? [] : [...at.facts.lawmakers.values()];
  const rows = offices
    .map(
      ({ bioguide, name, state, district }) =>
        [bioguide, name, state, district ?? "", contacts.get(bioguide) ?? 0] as const,
    )
    .sort((a, b) => b[4] - a[4]);
  const reports = await listOpenReports(ctx);
  return [
    [["OFFICE", "NAME", "STATE", "DISTRICT", "CONTACTS"], ...rows.map((row) => [...row])],
    [
      ["REPORT", "OFFICE", "WHAT", "SHOWN", "REPORTS", "LAST"],
      ...reports.map(({ id, bioguide, kind, shown, reports: number, last }) => [
        id,
        bioguide,
        kind,
        shown,
        number,
        last,
      ]),
    ],
    await correctionTable(ctx),
  ];
}

async function correctionTable(ctx: Context): Promise<Table> {
  const newest = (await listStoredRevisions(ctx.db)).at(-1);
  const stored = newest ? await findStoredFacts(ctx.db, newest.congress) : null;
  const members = new Map(stored?.facts.lawmakers.map((member) => [member.bioguide, member]));
  const says = ({ bioguide, field }: Correction) => {
    const member = members.get(bioguide);
    return member ? factsOf(member, field).join(" ") : "";
  };
  return [
    ["CORRECTION", "OFFICE", "FIELD", "SHOWN", "WAS", "FACTS SAY", "STATUS", "BY"],
    ...(await listCorrections(ctx.db)).map((one) => [
      one.id,
      one.bioguide,
      one.field,
      one.value ?? "nothing",
      one.was,
      says(one),
      statusOf(one, members.get(one.bioguide)),
      one.by,
    ]),
  ];
}

async function reportTables(ctx: Context, campaignId: string, since: string | null): Promise<Table[]> {
  const totals = await listContactTotals(ctx, campaignId, since);
  const signatures = await listDistrictSignatures(ctx, campaignId);
  const sums = new Map<string, number>();
  for (const { channel, outcome, count } of totals) {
    sums.set(`${channel} ${outcome}`, (sums.get(`${channel} ${outcome}`) ?? 0) + count);
  }
  return [
    [["CHANNEL", "OUTCOME", "COUNT"], ...[...sums].map(([key, count]) => [...key.split(" "), count])],
    [
      ["OFFICE", "CHANNEL", "OUTCOME", "COUNT"],
      ...totals.map(({ office, channel, outcome, count }) => [office, channel, outcome, count]),
    ],
    [
      ["DISTRICT", "SIGNATURES"],
      ...signatures.map(({ state, district, count }) => [formatDistrict({ state, district }), count]),
    ],
  ];
}

function reportId(typed: string): string {
  const id = z.uuid().safeParse(typed).data;
  if (id === undefined) throw new UsageError("Which one? `npm run offices -- list` shows their ids.");
  return id;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        campaign: { type: "string" },
        since: { type: "string" },
        csv: { type: "string" },
        by: { type: "string" },
      },
    });
    const [typed, ...words] = positionals;
    const orders = ["list", "report", "correct", "remove-form", "accept", "set-aside", "withdraw"] as const;
    const order = z.enum(orders).safeParse(typed).data;
    if (order === undefined) throw new Error("Say what to do.");
    if (values.since !== undefined && !z.iso.date().safeParse(values.since).success) {
      throw new Error("--since is a day, such as 2026-11-23.");
    }
    return { order, words, values };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
