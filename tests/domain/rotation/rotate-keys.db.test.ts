import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createNetworks } from "~/domain/abuse/network-hash.server";
import { invite } from "~/domain/access/invitations.server";
import { openConstituent, openMessage } from "~/domain/deliveries/sealed-parts";
import { wishFollowUp } from "~/domain/follow-ups/wish-follow-up.server";
import { buryJob, keepJobState } from "~/domain/outbox/lease.server";
import { readWindow } from "~/domain/rotation/read-window.server";
import { type RotationReport, rotateKeys } from "~/domain/rotation/rotate-keys.server";
import { type SealedTable, sealedTables } from "~/domain/rotation/sealed-tables";
import { writeResealed } from "~/domain/rotation/write-resealed.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { renewByEmail } from "~/domain/signatures/renew-confirmation.server";
import { createLocalMailer, listLocalMails } from "~/services/local-mailer.server";
import { createVault } from "~/services/vault.server";
import { deliveries, deliveryRequests, followUps } from "~db/schema/deliveries";
import { outbox } from "~db/schema/outbox";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { member } from "../access/people";
import { askFor, padilla, pelosi } from "../deliveries/delivering";
import {
  ada,
  dump,
  inCalifornia,
  listConfirmations,
  listJobs,
  listSignatures,
  mailedLink,
  openPetition,
} from "../signatures/signing";

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const [oldKey, newKey] = [keyOf("k1", 21), keyOf("k2", 22)];
const lookup = Buffer.alloc(32, 23);

/** The same database under other keys; the first seals. */
function under(ctx: TestContext, ...keys: { id: string; key: Buffer }[]): TestContext {
  return { ...ctx, vault: createVault(keys, lookup) };
}

/** Something sealed in every place there is. */
async function fillEverything(ctx: TestContext) {
  const { sign, petition } = await openPetition(ctx);
  await sign({ country: "US", postalCode: "94110" });
  for (const name of ["William King", "Charles Babbage"]) await sign({ name });
  const [first, second] = await listJobs(ctx, "email-confirmation");
  await keepJobState(ctx, first?.id ?? "", ctx.vault.seal("outbox.mail", "a mail"));
  await keepJobState(ctx, second?.id ?? "", ctx.vault.seal("outbox.batch", "mails"));
  await buryJob(ctx, second?.id ?? "", "validation_error 422");
  const mailer = createLocalMailer({ ...ctx, from: "Demo <demo@privacy.example>" });
  await mailer.send({ to: ada.email, subject: "s", html: "h", text: "t", idempotencyKey: "k" });
  await askFor(ctx, [padilla, pelosi]);
  const { campaignId } = petition;
  const wish = { campaignId, congress: 119, offices: [padilla], email: ada.email, locale: "en", networkHash: null };
  await wishFollowUp(ctx, wish);
  const owner = await member(ctx, "owner@example.org", ["owner"]);
  await invite(ctx, owner, { email: "newcomer@example.org", roles: ["analyst"], locale: "en" });
  return { campaignId, petition, network: await networkOf(ctx, campaignId) };
}

/** Read anew, as a process does that was started under other keys. */
const networkOf = (ctx: TestContext, campaignId: string) => createNetworks(ctx).hashOf(campaignId, "203.0.113.77");

const numbers = ({ fields }: RotationReport) =>
  Object.fromEntries(fields.map(({ name, resealed }) => [name, resealed]));
/** Of the places that {@link fillEverything} leaves empty: with nothing in them, they are gone through all the same. */
const empty = [
  "public_signatures.comment_sealed",
  "endorsements.content_sealed",
  "endorsements.email_sealed",
  "endorsements.reason_sealed",
  "petition_delivery_parts.body_sealed",
  "export_chunks.rows_sealed",
];
const all = {
  ...Object.fromEntries(empty.map((name) => [name, 0])),
  "users.email_sealed": 1,
  "users.name_sealed": 1,
  "invitations.email_sealed": 1,
  "network_keys.key_sealed": 1,
  "signatures.name_sealed": 2,
  "signatures.email_sealed": 2,
  "confirmations.postal_code_sealed": 1,
  "outbox.state_sealed": 2,
  "outbox.payload.recipientSealed": 1,
  "local_mails.message_sealed": 1,
  "delivery_requests.constituent_sealed": 1,
  "deliveries.message_sealed": 2,
  "follow_ups.email_sealed": 1,
};
const none = Object.fromEntries(Object.keys(all).map((name) => [name, 0]));

test(
  "everything is sealed anew, the old key is needed no more, and running again does nothing",
  withContext(async (ctx) => {
    const before = under(ctx, oldKey);
    const { campaignId, petition, network } = await fillEverything(before);
    const { token } = await mailedLink(before, (await listConfirmations(before))[0]?.id);
    expect(await dump(ctx)).toContain("v1.k1.");

    const report = await rotateKeys(under(ctx, newKey, oldKey));
    expect(report.isComplete).toBe(true);
    expect(numbers(report)).toEqual(all);
    for (const field of report.fields) expect(field).toMatchObject({ busy: 0, unopened: [] });
    expect(await dump(ctx)).not.toContain("v1.k1.");
    expect(numbers(await rotateKeys(under(ctx, newKey, oldKey)))).toEqual(none);

    const after = under(ctx, newKey);
    expect(await confirmByToken(after, token, inCalifornia)).toMatchObject({
      result: "confirmed",
      next: { to: "lawmakers", zip: "94110" },
    });
    after.clock.advance(120_000);
    await renewByEmail(after, petition, ada.email);
    const names = (await listSignatures(after)).map((row) => after.vault.open("signature.name", row.nameSealed));
    expect(names.sort()).toEqual(["Ada Lovelace", "William King"]);
    expect(await listLocalMails(after)).toMatchObject([{ to: ada.email }]);
    const [request] = await after.db.select().from(deliveryRequests);
    expect(openConstituent(after, request?.constituentSealed ?? "")).toMatchObject({ lastName: "Lovelace" });
    for (const { messageSealed } of await after.db.select().from(deliveries)) {
      expect(openMessage(after, messageSealed ?? "")).toMatchObject({ subject: "A privacy law" });
    }
    const [wish] = await after.db.select().from(followUps);
    expect(after.vault.open("follow_up.email", wish?.emailSealed ?? "")).toBe(ada.email);
    expect(network).not.toBeNull();
    expect(await networkOf(after, campaignId)).toBe(network);
    const [full] = await listJobs(after, "email-mailbox-full");
    expect(full?.payload).toMatchObject({ campaignId, locale: "en" });
    const purposes = { "outbox.mail": "a mail", "outbox.batch": "mails" };
    const states = (await after.db.select().from(outbox)).flatMap(({ stateSealed }) => stateSealed ?? []);
    for (const [purpose, text] of Object.entries(purposes)) {
      const opened = states.map((sealed) => {
        try {
          return after.vault.open(purpose, sealed);
        } catch {
          return null;
        }
      });
      expect(opened.filter((one) => one !== null)).toEqual([text]);
    }
  }),
);

test(
  "what is under a key that is not known, or was changed, stays as it is and is told of",
  withContext(async (ctx) => {
    const { sign } = await openPetition(under(ctx, oldKey));
    await sign();
    await (await openPetition(under(ctx, keyOf("lost", 40)))).sign({
      name: "Grace Hopper",
      email: "grace@example.org",
    });
    const [first, lost] = await listSignatures(ctx);
    await ctx.db
      .update(signatures)
      .set({ emailSealed: "not sealed" })
      .where(eq(signatures.id, first?.id ?? ""));

    const report = await rotateKeys(under(ctx, newKey, oldKey));
    expect(report.isComplete).toBe(true);
    expect(report.fields.find(({ name }) => name === "signatures.name_sealed")).toEqual({
      name: "signatures.name_sealed",
      resealed: 1,
      busy: 0,
      unopened: [{ keyId: "lost", count: 1 }],
    });
    expect(
      report.fields
        .find(({ name }) => name === "signatures.email_sealed")
        ?.unopened.map(({ keyId }) => keyId)
        .sort(),
    ).toEqual(["lost", null].sort());
    expect((await listSignatures(ctx))[1]).toEqual(lost);
    expect((await listSignatures(ctx))[0]?.emailSealed).toBe("not sealed");
  }),
);

test(
  "a text that was changed since it was read is not overwritten, and the others of its row are sealed anew",
  withContext(async (ctx) => {
    await (await openPetition(under(ctx, oldKey))).sign();
    const rotating = under(ctx, newKey, oldKey);
    const table = sealedTables.find(({ name }) => name === "signatures");
    if (!table) throw new Error("Signatures are sealed.");
    const read = await readWindow(rotating, table, null);
    const changed = rotating.vault.seal("signature.name", "Ada King");
    await ctx.db.update(signatures).set({ nameSealed: changed });
    const rows = read.old.map(({ key, sealed }) => ({
      key,
      texts: sealed.map((old, place) =>
        old === null
          ? null
          : {
              old,
              fresh: rotating.vault.seal(purposeOf(table, place), rotating.vault.open(purposeOf(table, place), old)),
            },
      ),
    }));
    expect(await writeResealed(rotating, table, rows)).toEqual([0, 1]);
    const [row] = await listSignatures(ctx);
    expect(row?.nameSealed).toBe(changed);
    expect(row?.emailSealed).toMatch(/^v1\.k2\./);
  }),
);

test(
  "it stops between batches when it is told to, and goes on where it was",
  withContext(async (ctx) => {
    await fillEverything(under(ctx, oldKey));
    const rotating = under(ctx, newKey, oldKey);
    let batches = 0;
    const stopped = await rotateKeys(rotating, { mayGoOn: () => ++batches <= 3 });
    expect(stopped.isComplete).toBe(false);
    const resumed = await rotateKeys(rotating);
    expect(resumed.isComplete).toBe(true);
    const [first, second] = [numbers(stopped), numbers(resumed)];
    for (const [name, count] of Object.entries(all)) expect((first[name] ?? 0) + (second[name] ?? 0), name).toBe(count);
  }),
);

function purposeOf(table: SealedTable, place: number): string {
  return table.fields[place]?.purposes[0] ?? "";
}
