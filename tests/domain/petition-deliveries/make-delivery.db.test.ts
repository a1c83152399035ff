import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createDelivery } from "~/domain/petition-deliveries/create-delivery.server";
import { endDeliveries, endOutdatedDeliveries } from "~/domain/petition-deliveries/end-deliveries.server";
import {
  deleteDelivery,
  getDelivery,
  listDeliveries,
  openFiles,
} from "~/domain/petition-deliveries/read-deliveries.server";
import { DELIVERY_FILE_DAYS } from "~/domain/petition-deliveries/retention";
import { decideOnComment } from "~/domain/public-signatures/moderate-comments.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { makePetitionDelivery } from "~/jobs/make-petition-delivery.server";
import { auditLog } from "~db/schema/audit";
import { petitionDeliveries, petitionDeliveryParts, petitionDeliveryPeople } from "~db/schema/petition-deliveries";
import { publicSignatures } from "~db/schema/public-signatures";
import { signatures } from "~db/schema/signatures";
import { withContext } from "../../support/database";
import { readPdf } from "../../support/read-pdf";
import { member } from "../access/people";
import { index } from "../lawmakers/index-of-tests";
import { signAndShow } from "../public-signatures/showing";
import { dump, listJobs, openPetition } from "../signatures/signing";
import { contentOf, count, deliver, textOf, work, workerContext } from "./delivering";

const page = { locale: "en", gpc: false };

/** The flagship with numbers, three signers who show something and one who does not. */
async function campaignWithSigners(ctx: Parameters<Parameters<typeof withContext>[0]>[0]) {
  const petition = await openPetition(ctx);
  const actor = await member(ctx, "staff@example.org", ["owner"]);
  const campaign = petition.campaign.id;
  await count(ctx, campaign, {
    "US CA 11": 40,
    "US CA 12": 30,
    "US CA -1": 25,
    "US TX 7": 15,
    "KE  -1": 120,
    "FR  -1": 4,
    "DE  -1": 8,
  });
  const inSanFrancisco = { country: "US", postalCode: "94110" };
  const shown = {
    ada: await signAndShow(ctx, petition, {
      name: "Ada Shown",
      ...inSanFrancisco,
      showsName: true,
      comment: "Protect us",
    }),
    ali: await signAndShow(ctx, petition, { name: "محمد علي", country: "KE", showsName: true }),
    quiet: await signAndShow(ctx, petition, { name: "Grace Hidden", ...inSanFrancisco, comment: "Only my words" }),
    nobody: await signAndShow(ctx, petition, { name: "Zed Unseen", country: "KE" }),
  };
  return { petition, actor, campaign, shown };
}

test(
  "the document and the tables say what was counted, how, and only what signers agreed to show",
  withContext(async (ctx) => {
    const { actor, campaign, shown } = await campaignWithSigners(ctx);
    await decideOnComment(ctx, actor, { campaign, id: shown.ada.signatureId }, "approved");
    const id = await deliver(ctx, actor, { campaign });

    const { pages, kept, info } = await readPdf(await contentOf(ctx, id, "petition.pdf"));
    const text = pages.join(" ");
    expect(info).toMatchObject({ Title: "Strong privacy rights for everyone", Language: "en" });
    expect(text).toContain("Confirmed signatures Number In all 242");
    expect(text).toContain("Kenya 120");
    expect(text).toContain("California 95");
    expect(text).toContain("The numbers are those of November 23, 2026");
    expect(text).toContain("Places with fewer than 10 signatures are not told one by one");
    expect(text).toContain("Ada Shown");
    expect(text).toContain("Protect us");
    expect(kept).toContain("محمد علي");
    for (const unseen of ["Grace Hidden", "Zed Unseen", "Only my words", "France", "Germany", "@example.org"]) {
      expect(text, unseen).not.toContain(unseen);
    }

    expect(await textOf(ctx, id, "people.csv")).toBe(
      "\ufeffName,Country or territory,State or territory of the United States,Congressional district,Comment\r\n" +
        "Ada Shown,United States,CA,California 11,Protect us\r\n" +
        "محمد علي,Kenya,,,\r\n",
    );
    const counts = await textOf(ctx, id, "counts.csv");
    expect(counts).toContain("Country or territory,KE,Kenya,120\r\n");
    expect(counts).toContain('Country or territory,,"Other countries, taken together",12\r\n');
    expect(counts).toContain("Congressional district,CA-11,California 11,40\r\n");
    expect(counts).toContain("Confirmed signatures,,In all,242\r\n");
    expect(await textOf(ctx, id, "method.txt")).toContain("Each signature was confirmed");
    expect(await dump(ctx), "What names people is sealed.").not.toContain("Ada Shown");
  }),
);

test(
  "comments stand there only once they were read, and a rejected one is deleted",
  withContext(async (ctx) => {
    const { actor, campaign, shown } = await campaignWithSigners(ctx);
    const first = await deliver(ctx, actor, { campaign });
    expect(await textOf(ctx, first, "people.csv")).not.toContain("Protect us");

    const ada = { campaign, id: shown.ada.signatureId };
    expect(await decideOnComment(ctx, actor, ada, "rejected")).toBe("decided");
    expect(await decideOnComment(ctx, actor, ada, "approved")).toBe("outdated");
    await decideOnComment(ctx, actor, { campaign, id: shown.quiet.signatureId }, "approved");
    const second = await deliver(ctx, actor, { campaign });
    const people = await textOf(ctx, second, "people.csv");
    expect(people).toContain("Ada Shown,United States,CA,California 11,\r\n");
    expect(people).toContain(",United States,CA,California 11,Only my words\r\n");
    expect(people).not.toContain("Grace Hidden");
  }),
);

test(
  "who withdraws, or shows nothing any more, is out of the next documents, and those that name them lose their files",
  withContext(async (ctx) => {
    const { actor, campaign, shown } = await campaignWithSigners(ctx);
    const id = await deliver(ctx, actor, { campaign });
    await withdrawByToken(ctx, shown.ada.token, page);
    const [job] = await listJobs(ctx, "end-petition-deliveries");
    expect(job?.payload).toEqual({ campaignId: campaign });
    await endOutdatedDeliveries(ctx, campaign);

    expect(await getDelivery(ctx, actor, id)).toMatchObject({ state: "ended", endReason: "takenBack", files: [] });
    expect(await ctx.db.select().from(petitionDeliveryParts)).toEqual([]);
    expect(await ctx.db.select().from(petitionDeliveryPeople)).toEqual([]);
    await expect(openFiles(ctx, actor, id, "petition.pdf")).rejects.toMatchObject({ code: "notFound" });
    const next = await deliver(ctx, actor, { campaign });
    expect(await textOf(ctx, next, "people.csv")).not.toContain("Ada Shown");
    await endOutdatedDeliveries(ctx, campaign);
    expect(await getDelivery(ctx, actor, next), "It shows nobody who left.").toMatchObject({ state: "ready" });
  }),
);

test.each([
  ["struck", { state: "struck" as const }],
  ["held", { heldAt: new Date("2026-11-23T12:00:00Z") }],
])("a signature that is %s is in no document, and ends those that show it", (_, change) =>
  withContext(async (ctx) => {
    const { actor, campaign, shown } = await campaignWithSigners(ctx);
    const id = await deliver(ctx, actor, { campaign });
    await ctx.db.update(signatures).set(change).where(eq(signatures.id, shown.ada.signatureId));
    await endDeliveries(ctx);
    expect(await getDelivery(ctx, actor, id)).toMatchObject({ state: "ended", endReason: "takenBack" });
    const next = await deliver(ctx, actor, { campaign });
    expect(await textOf(ctx, next, "people.csv")).not.toContain("Ada Shown");
  })(),
);

test(
  "each member of Congress with a number gets a version, whose numbers add up and agree with the others",
  withContext(async (ctx) => {
    const { actor, campaign } = await campaignWithSigners(ctx);
    await count(ctx, campaign, { "US TX 8": 5, "US NY 3": 6 });
    const id = await deliver(ctx, actor, { campaign, lawmakers: true });
    const { files, recipients, recipientsLeftOut } = await getDelivery(ctx, actor, id);
    const versions = files.map(({ name }) => name).filter((name) => name.endsWith(".pdf"));
    expect(versions.every((name) => /^(petition|(CA|TX)-(\d\d|senate)-[a-z-]+-[A-Z]\d+)\.pdf$/.test(name))).toBe(true);
    // Two senators each of California and Texas, and three members of the House.
    expect(recipients).toBe(7);
    expect(recipientsLeftOut).toBeGreaterThan(500);

    const rowsOf = async (name: string) =>
      (await textOf(ctx, id, name))
        .split("\r\n")
        .filter((row) => row.startsWith("Congressional district"))
        .map((row) => Number(row.split(",").at(-1)));
    const sum = (numbers: number[]) => numbers.reduce((so, number) => so + number, 0);
    const senator = versions.find((name) => name.startsWith("CA-senate")) ?? "";
    const representative = versions.find((name) => name.startsWith("CA-11")) ?? "";
    expect(sum(await rowsOf(senator.replace(".pdf", "-counts.csv")))).toBe(95);
    expect(await textOf(ctx, id, "counts.csv")).toContain("US-CA,California,95");
    const ofSenator = (await readPdf(await contentOf(ctx, id, senator))).pages.join(" ");
    expect(ofSenator).toMatch(/Prepared for .+, Senate, California/);
    expect(ofSenator).toContain("In California 95");
    expect(ofSenator).toContain("California 11 40");
    expect(ofSenator).toContain("Ada Shown");
    const ofRepresentative = (await readPdf(await contentOf(ctx, id, representative))).pages.join(" ");
    expect(ofRepresentative).toContain("In this district 40");
    expect(ofRepresentative).toContain("In all 253");
    expect(ofRepresentative).not.toContain("محمد");
    expect(await textOf(ctx, id, representative.replace(".pdf", "-people.csv"))).toContain("Ada Shown");
    const elsewhere = versions.find((name) => name.startsWith("CA-12")) ?? "";
    expect(await textOf(ctx, id, elsewhere.replace(".pdf", "-people.csv"))).not.toContain("Ada Shown");
  }),
);

test(
  "beside a place with too few to be told stands no name, and a name there shows no place",
  withContext(async (ctx) => {
    const petition = await openPetition(ctx);
    const actor = await member(ctx, "staff@example.org", ["owner"]);
    const campaign = petition.campaign.id;
    await count(ctx, campaign, { "US CA 11": 6, "US TX 7": 40, "US TX 8": 20 });
    await signAndShow(ctx, petition, { name: "Ada Shown", country: "US", postalCode: "94110", showsName: true });
    const id = await deliver(ctx, actor, { campaign, lawmakers: true });
    expect(await textOf(ctx, id, "people.csv")).toContain("Ada Shown,United States,,,\r\n");
    const { files } = await getDelivery(ctx, actor, id);
    expect(files.filter(({ name }) => name.startsWith("CA-"))).toEqual([]);
    expect(await textOf(ctx, id, "counts.csv")).not.toContain("California");
  }),
);

test(
  "hostile names and comments are text: no formula, no turned direction, no markup",
  withContext(async (ctx) => {
    const petition = await openPetition(ctx);
    const actor = await member(ctx, "staff@example.org", ["owner"]);
    const campaign = petition.campaign.id;
    await count(ctx, campaign, { "KE  -1": 50 });
    const hostile = '=HYPERLINK("http://evil.example")\u202e<script>alert(1)</script>';
    const one = await signAndShow(ctx, petition, { name: "Eve <b>\u202eelpoep", showsName: true, comment: hostile });
    await signAndShow(ctx, petition, { name: "ひらがな たろう", showsName: true });
    await decideOnComment(ctx, actor, { campaign, id: one.signatureId }, "approved");
    const id = await deliver(ctx, actor, { campaign });
    const people = await textOf(ctx, id, "people.csv");
    expect(people).not.toMatch(/(^|,|\n)"?[=+@-]/m);
    expect(people).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(people).toContain(`"'=HYPERLINK(""http://evil.example"")<script>alert(1)</script>"`);
    const text = (await readPdf(await contentOf(ctx, id, "petition.pdf"))).pages.join(" ");
    expect(text).toContain("Eve <b> elpoep");
    // Letters that the document can't draw are in the table, and the document says so.
    expect(text).toContain("Written in letters that this document cannot draw: 1. They stand in the table people.csv.");
    expect(text).toContain("Named here: 1 of 2 who chose it.");
    expect(people).toContain("ひらがな たろう");
  }),
);

test(
  "made again from the same facts it has the same checksum, and its list of checksums fits its files",
  withContext(async (ctx) => {
    const { actor, campaign } = await campaignWithSigners(ctx);
    const first = await deliver(ctx, actor, { campaign, locale: "ar" });
    const second = await deliver(ctx, actor, { campaign, locale: "ar" });
    expect(second).not.toBe(first);
    const [a, b] = [await getDelivery(ctx, actor, first), await getDelivery(ctx, actor, second)];
    expect(a.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(b.sha256).toBe(a.sha256);
    const list = await textOf(ctx, first, "SHA256SUMS.txt");
    expect(list).toBe(
      a.files
        .slice(0, -1)
        .map(({ sha256, name }) => `${sha256}  ${name}\n`)
        .join(""),
    );
    expect(a.files.map(({ name }) => name)).toEqual([
      "petition.pdf",
      "method.txt",
      "counts.csv",
      "people.csv",
      "endorsements.csv",
      "SHA256SUMS.txt",
    ]);
    expect((await readPdf(await contentOf(ctx, first, "petition.pdf"))).info).toMatchObject({ Language: "ar" });
  }),
);

test(
  "asked for twice it is made once; work that is done twice, or was begun before it began anew, changes nothing",
  withContext(async (ctx) => {
    const { actor, campaign, shown } = await campaignWithSigners(ctx);
    const wanted = { campaign, locale: "en", lawmakers: false };
    const id = await createDelivery(ctx, actor, wanted, () => index);
    expect(await createDelivery(ctx, actor, wanted, () => index)).toBe(id);
    expect(await listJobs(ctx, "make-petition-delivery")).toHaveLength(1);

    // Somebody leaves while it is being made.
    const job = workerContext(ctx);
    await ctx.db.update(petitionDeliveries).set({ cursor: { phase: "people", after: null } });
    await makePetitionDelivery(job, { deliveryId: id });
    const begun = await ctx.db.select().from(petitionDeliveries);
    await ctx.db.update(petitionDeliveries).set({ state: "making", readyAt: null });
    await withdrawByToken(ctx, shown.ada.token, page);
    await endOutdatedDeliveries(ctx, campaign);
    const [anew] = await ctx.db.select().from(petitionDeliveries);
    expect(anew).toMatchObject({ state: "making", beginning: (begun[0]?.beginning ?? 0) + 1, done: 0 });
    await work(ctx, id);
    expect(await textOf(ctx, id, "people.csv")).not.toContain("Ada Shown");
    expect(await makePetitionDelivery(job, { deliveryId: id })).toBe("done");
    expect(await getDelivery(ctx, actor, id)).toMatchObject({ state: "ready", done: 6, total: 6 });
  }),
);

test(
  "files are deleted after their time, or when a member says so; what was counted stays, and each step is written down, with a fresh proof for names",
  withContext(async (ctx) => {
    const { actor, campaign } = await campaignWithSigners(ctx);
    const old = await deliver(ctx, actor, { campaign });
    const stale = { ...actor, provenAt: new Date(0) };
    for (const named of [null, "people.csv", "petition.pdf"]) {
      await expect(openFiles(ctx, stale, old, named)).rejects.toMatchObject({ code: "proofNeeded" });
    }
    await openFiles(ctx, actor, old, null);
    ctx.clock.advance(DELIVERY_FILE_DAYS * 86_400_000 + 1);
    await endDeliveries(ctx);
    const next = await deliver(ctx, actor, { campaign });
    await deleteDelivery(ctx, actor, next);
    await deleteDelivery(ctx, actor, next);
    const { deliveries } = await listDeliveries(ctx, actor);
    expect(deliveries.map(({ state, endReason, signatures: told }) => [state, endReason, told])).toEqual([
      ["ended", "deleted", 242],
      ["ended", "tooOld", 242],
    ]);
    const actions = (await ctx.db.select().from(auditLog)).map(({ action }) => action);
    expect(actions.sort()).toEqual(["delivery.create", "delivery.create", "delivery.delete", "delivery.download"]);
    expect(await ctx.db.select().from(publicSignatures)).toHaveLength(3);
  }),
);
