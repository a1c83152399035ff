import { describe, expect, test } from "vitest";
import { z } from "zod";
import { addNote } from "~/domain/numbers/notes.server";
import { campaignCharts, organizationCharts } from "~/domain/numbers/tables";
import { loader as fileOfCampaign } from "~/routes/portal.$organization.numbers.$campaign.csv";
import { loader as fileOfOrganization } from "~/routes/portal.$organization.numbers[.]csv";
import { campaignOf, writeDays, writeHours } from "../domain/numbers/counted";
import { type TestContext, withContext } from "../support/database";
import { loadContext } from "./load-context";
import { type Person, type Scene, setScene } from "./scene";

const flagship = "privacy-for-all";
const days = "from=2026-11-17&to=2026-11-19";

async function counted(ctx: TestContext): Promise<Scene> {
  const scene = await setScene(ctx);
  const campaign = await campaignOf(ctx, flagship);
  await writeDays(ctx, campaign.id, [
    ["view", "2026-11-17", "", 1_000],
    ["signed", "2026-11-17", "", 12],
    ["signed_confirmed", "2026-11-17", "", 9],
    ["confirmed", "2026-11-17", "", 9],
    ["confirmed", "2026-11-15", "", 4],
    ["country", "2026-11-17", "CI", 7],
    ["country", "2026-11-17", "ZZ", 2],
    ["district", "2026-11-17", "AK-0", 2],
    ["locale", "2026-11-17", "pt-BR", 9],
    ["source", "2026-11-17", "", 5],
    ["source", "2026-11-17", "-2", 4],
    ["contact", "2026-11-17", "phone", 3],
  ]);
  await writeHours(ctx, campaign.id, [["confirmed", "2026-11-17T09", 9]]);
  return scene;
}

async function file(ctx: TestContext, person: Person, query: string, campaign: string | null = flagship) {
  const loader = campaign === null ? fileOfOrganization : fileOfCampaign;
  const path = campaign === null ? "numbers.csv" : `numbers/${campaign}/csv`;
  const answer = await loader({
    request: new Request(`https://privacy.example/portal/${person.slug}/${path}?${query}`),
    params: { organization: person.slug, ...(campaign !== null && { campaign }) },
    context: loadContext(ctx, person.visitor),
  });
  if (!(answer instanceof Response)) throw new Error("No file came.");
  // Decoding takes the mark of UTF-8 away.
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return { headers: answer.headers, lines: new TextDecoder().decode(bytes).split("\r\n").slice(0, -1) };
}

describe("The file of a chart", () => {
  test.each<[(typeof campaignCharts)[number], string[]]>([
    ["signatures", ["From,Confirmed signatures,Compared with", "2026-11-17,9,0", "2026-11-18,0,4", "2026-11-19,0,0"]],
    ["confirmation", ['From,To,Forms sent,"Of those, confirmed",Confirmed share', "2026-11-17,2026-11-17,12,9,0.75"]],
    [
      "funnel",
      [
        "Step,Number,Of the step before,Compared with",
        "views,1000,,0",
        "signed,12,0.012,0",
        "signedConfirmed,9,0.75,0",
        "actions,3,,0",
      ],
    ],
    [
      "countries",
      [
        "Code,Country or territory,Confirmed signatures,Compared with",
        "CI,Côte d’Ivoire,7,0",
        "ZZ,Prefer not to say,2,0",
      ],
    ],
    ["districts", ["District,Confirmed signatures,Compared with", "AK-0,2,0"]],
    ["locales", ["Code,Language,Confirmed signatures,Compared with", "pt-BR,Brazilian Portuguese,9,0"]],
    ["sources", ["Tag of the link,Confirmed signatures,Compared with", ",5,0", "'-2,4,0"]],
    ["actions", ["Kind,Number,Compared with", "phone,3,0"]],
    ["hours", ["Hour (UTC),Forms sent,Confirmed signatures,Compared with", "0,0,0,0"]],
  ])("%s holds its numbers", (chart, lines) =>
    withContext(async (ctx) => {
      const { host } = await counted(ctx);
      const { headers, lines: written } = await file(ctx, host.analyst, `chart=${chart}&${days}`);
      expect(written.slice(0, lines.length)).toEqual(lines);
      expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(headers.get("content-disposition")).toBe(
        `attachment; filename="${flagship}-${chart}-2026-11-17-2026-11-19.csv"`,
      );
    })(),
  );

  test("is there for every chart", () =>
    withContext(async (ctx) => {
      const { host, members, numbers } = await counted(ctx);
      for (const chart of campaignCharts) {
        expect((await file(ctx, host.owner, `chart=${chart}`)).lines.length, chart).toBeGreaterThan(0);
        expect((await file(ctx, members.analyst, `chart=${chart}`, numbers.campaign)).lines.length).toBeGreaterThan(0);
      }
      for (const chart of organizationCharts) {
        expect((await file(ctx, host.owner, `chart=${chart}&${days}`, null)).lines.length).toBeGreaterThan(1);
      }
      const { lines } = await file(ctx, host.owner, `chart=campaigns&${days}&with=none`, null);
      expect(lines[0]).toBe(
        "Campaign,Page views,Forms sent,Confirmed share,Confirmed signatures,Actions,Signatures of all time",
      );
      expect(lines[1]).toBe("Privacy for All,1000,12,0.75,9,3,0");
    })());

  test("runs nothing in a spreadsheet, whatever somebody noted", () =>
    withContext(async (ctx) => {
      const { host } = await counted(ctx);
      const text = '=HYPERLINK("https://evil.example"),"x"';
      await addNote(ctx, host.owner.actor, flagship, { at: new Date("2026-11-17T10:00:00Z"), text });
      const { lines } = await file(ctx, host.owner, `chart=signatures&${days}&with=none`);
      expect(lines[1]).toBe(`2026-11-17,9,"'=HYPERLINK(""https://evil.example""),""x"""`);
    })());

  test.each([
    ["chart=passwords", 404],
    ["", 404],
    ["chart=signatures&from=yesterday", 400],
    ["chart=signatures&from=2020-01-01&to=2026-01-01", 400],
    ["chart=signatures&with=other&other=%00", 400],
  ])("is refused for “%s”", (query, status) =>
    withContext(async (ctx) => {
      const { host } = await counted(ctx);
      const refusal = z.object({ init: z.object({ status: z.number() }) });
      const thrown: unknown = await file(ctx, host.owner, query).catch((error: unknown) => error);
      expect(refusal.parse(thrown).init.status).toBe(status);
    })(),
  );
});
