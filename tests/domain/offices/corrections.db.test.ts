import { expect, test } from "vitest";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { findOffice } from "~/domain/lawmakers/find-office";
import { acceptReport, setReportAside } from "~/domain/offices/answer-reports.server";
import { correctOffice, findMember, withdrawCorrection } from "~/domain/offices/correct-office.server";
import { listCorrections } from "~/domain/offices/list-corrections.server";
import { statusOf } from "~/domain/offices/office-corrections";
import { recordReport } from "~/domain/offices/record-report.server";
import { applyFacts } from "~db/congress/apply-facts";
import { auditLog } from "~db/schema/audit";
import { officeReports } from "~db/schema/office-facts";
import { lawmakersWith, shippedWith } from "../../db/congress/shipped";
import { type TestContext, withContext } from "../../support/database";

const pelosi = "P000197";

/** Reads the facts anew, as every process does when their revision has risen. */
async function shown(ctx: TestContext) {
  const source = createFactsSource(ctx.db);
  await source.load();
  const office = findOffice(source.current(), pelosi, ctx.now());
  if (!office?.lawmaker) throw new Error("She is not there.");
  return { ...office, lawmaker: office.lawmaker };
}

test(
  "a correction is shown, survives a sync, and is taken back",
  withContext(async (ctx) => {
    const before = (await shown(ctx)).lawmaker.phone;
    const source = createFactsSource(ctx.db, { checkEveryMs: 0 });
    await source.load();
    const id = await correctOffice(ctx, { bioguide: pelosi, field: "phone", value: "(202) 225-0001", by: "Ada" });
    await source.load();
    expect(findOffice(source.current(), pelosi, ctx.now())?.lawmaker?.phone).toBe("202-225-0001");

    await applyFacts(ctx.db, shippedWith({ lawmakers: lawmakersWith(pelosi, { party: "Independent" }) }), ctx.now());
    expect((await shown(ctx)).lawmaker).toMatchObject({ phone: "202-225-0001", party: "Independent" });
    await withdrawCorrection(ctx, id, "Grace");
    expect((await shown(ctx)).lawmaker.phone).toBe(before);
    await expect(withdrawCorrection(ctx, id, "Grace")).rejects.toThrow(/no such correction/);
    expect((await ctx.db.select().from(auditLog)).map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
      "Ada office.correct",
      "Grace office.withdraw",
    ]);
  }),
);

test(
  "where the facts have moved on since, they are shown, and staff is told",
  withContext(async (ctx) => {
    await correctOffice(ctx, { bioguide: pelosi, field: "phone", value: "202-225-0001", by: "Ada" });
    const sync = (phone: string) =>
      applyFacts(ctx.db, shippedWith({ lawmakers: lawmakersWith(pelosi, { phone }) }), ctx.now());
    const status = async () => {
      const [correction] = await listCorrections(ctx.db);
      return correction && statusOf(correction, await findMember(ctx, pelosi));
    };
    expect(await status()).toBe("standing");
    await sync("202-225-0002");
    expect((await shown(ctx)).lawmaker.phone).toBe("202-225-0002");
    expect(await status()).toBe("stale");
    await sync("202-225-0001");
    expect(await status()).toBe("agreed");
  }),
);

test(
  "one press answers all reports of a value, and the same press twice is one report",
  withContext(async (ctx) => {
    const office = await shown(ctx);
    const number = office.lawmaker.localOffices.find(({ phone }) => phone)?.phone ?? "";
    const requestKey = ctx.newId();
    for (const report of [
      { kind: "number_dead", shown: number, requestKey },
      { kind: "number_dead", shown: number, requestKey },
      { kind: "number_wrong", shown: number, requestKey: ctx.newId() },
      { kind: "member_wrong", shown: "", requestKey: ctx.newId() },
    ] as const) {
      await recordReport(ctx, office, report);
    }
    const reports = await ctx.db.select().from(officeReports);
    expect(reports).toHaveLength(3);
    const idOf = (kind: string) => reports.find((one) => one.kind === kind)?.id ?? "";

    expect(await acceptReport(ctx, idOf("number_dead"), "415-555-0100", "Ada")).toBe(2);
    const numbers = () => shown(ctx).then(({ lawmaker }) => lawmaker.localOffices.map(({ phone }) => phone));
    expect(await numbers()).toContain("415-555-0100");
    await expect(acceptReport(ctx, idOf("member_wrong"), null, "Ada")).rejects.toThrow(/congress:sync/);
    expect(await setReportAside(ctx, idOf("member_wrong"), "Ada")).toBe(1);

    const again = { kind: "number_dead", shown: "415-555-0100", requestKey: ctx.newId() } as const;
    await recordReport(ctx, office, again);
    const open = (await ctx.db.select().from(officeReports)).find(({ resolvedAt }) => resolvedAt === null);
    await acceptReport(ctx, open?.id ?? "", null, "Ada");
    expect(await numbers()).not.toContain("415-555-0100");
    expect(await numbers()).not.toContain(number);
    expect(await listCorrections(ctx.db), "The later one stands alone.").toHaveLength(1);
  }),
);

test.each([
  { field: "phone", value: "12345" },
  { field: "contact_form", value: "https://evil.example/form" },
  { field: "contact_form", value: "javascript:alert(1)" },
  { field: "local_phone", shown: "000-000-0000", value: null },
] as const)("%j is no correction", (order) =>
  withContext(async (ctx) => {
    await expect(correctOffice(ctx, { bioguide: pelosi, by: "Ada", ...order })).rejects.toThrow();
    expect(await listCorrections(ctx.db)).toEqual([]);
  })(),
);
