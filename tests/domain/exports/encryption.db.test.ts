import { Decrypter, generateHybridIdentity, generateIdentity, identityToRecipient } from "age-encryption";
import { expect, test } from "vitest";
import { encryptionKeyForm } from "~/domain/exports/encryption-key-form";
import { addEncryptionKey, listEncryptionKeys, removeEncryptionKey } from "~/domain/exports/encryption-keys.server";
import { auditLog } from "~db/schema/audit";
import { withContext } from "../../support/database";
import { member, somePartner } from "../access/people";
import { ask, exportScene, namesIn, open, write } from "./exporting";

const ours = { partners: [somePartner] };

async function newKey() {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function opened(bytes: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes, "text");
}

test(
  "with public keys a file leaves encrypted, and each of the secret ones opens it, and no other",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    const names = Array.from({ length: 30 }, (_, at) => `Person ${String.fromCharCode(97 + at)}`);
    for (const name of names) await support(name, ours);
    const [first, second, other] = [await newKey(), await newKey(), await newKey()];
    expect(await addEncryptionKey(ctx, owner, { label: "Safe", recipient: first.recipient })).toBe("added");
    expect(await addEncryptionKey(ctx, owner, { label: "Wanjiru", recipient: second.recipient })).toBe("added");
    expect(await addEncryptionKey(ctx, owner, { label: "Safe again", recipient: first.recipient })).toBe("added");
    expect((await listEncryptionKeys(ctx, owner)).map(({ label }) => label).sort()).toEqual(["Safe", "Wanjiru"]);
    const id = await ask(ctx, owner);
    await write(ctx, id, 7);
    const { body, isEncrypted } = await open(ctx, owner, id);
    expect(isEncrypted).toBe(true);
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    const text = new TextDecoder("latin1").decode(bytes);
    expect(text.startsWith("age-encryption.org/v1\n")).toBe(true);
    expect(text).not.toMatch(/Person|mail\.example/);
    for (const { identity } of [first, second]) expect(namesIn(await opened(bytes, identity))).toEqual(names);
    await expect(opened(bytes, other.identity)).rejects.toThrow("no identity matched");
  }),
);

test(
  "a key that was taken away opens no file that leaves afterwards",
  withContext(async (ctx) => {
    const { support, owner, stranger } = await exportScene(ctx);
    await support("Ada", ours);
    const [lost, kept] = [await newKey(), await newKey()];
    await addEncryptionKey(ctx, owner, { label: "Lost", recipient: lost.recipient });
    await addEncryptionKey(ctx, owner, { label: "Kept", recipient: kept.recipient });
    const id = await ask(ctx, owner);
    await write(ctx, id);
    const key = (await listEncryptionKeys(ctx, owner)).find(({ label }) => label === "Lost")?.id ?? "";
    await expect(removeEncryptionKey(ctx, stranger, key)).rejects.toMatchObject({ code: "notFound" });
    await removeEncryptionKey(ctx, owner, key);
    await expect(removeEncryptionKey(ctx, owner, key)).rejects.toMatchObject({ code: "notFound" });
    const bytes = new Uint8Array(await new Response((await open(ctx, owner, id)).body).arrayBuffer());
    expect(namesIn(await opened(bytes, kept.identity))).toEqual(["Ada"]);
    await expect(opened(bytes, lost.identity)).rejects.toThrow("no identity matched");
    const noted = (await ctx.db.select().from(auditLog).orderBy(auditLog.position)).map(({ action }) => action);
    expect(noted.filter((action) => action.startsWith("encryption-key."))).toEqual([
      "encryption-key.add",
      "encryption-key.add",
      "encryption-key.remove",
    ]);
  }),
);

test(
  "keys are an owner's affair, need a proof, belong to one organization, and are five at most",
  withContext(async (ctx) => {
    const { owner, stranger } = await exportScene(ctx);
    const { recipient } = await newKey();
    const editor = await member(ctx, "editor@example.org", ["editor"], somePartner);
    const late = { ...owner, provenAt: new Date(0) };
    const add = (actor: typeof owner, key = recipient) => addEncryptionKey(ctx, actor, { label: "x", recipient: key });
    await expect(add(editor)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(add(late)).rejects.toMatchObject({ code: "proofNeeded" });
    const hybrid = await identityToRecipient(await generateHybridIdentity());
    expect(await add(owner, hybrid)).toBe("added");
    expect(await listEncryptionKeys(ctx, stranger)).toEqual([]);
    for (let key = 1; key < 5; key++) expect(await add(owner, (await newKey()).recipient)).toBe("added");
    expect(await add(owner)).toBe("tooManyKeys");
  }),
);

test(
  "what is no public key is refused, and a secret one by name",
  withContext(async (ctx) => {
    const { owner } = await exportScene(ctx);
    const { identity, recipient } = await newKey();
    const fault = (text: string) =>
      encryptionKeyForm.safeParse({ label: "Safe", recipient: text }).error?.issues[0]?.message;
    expect(fault(` ${recipient.slice(0, 20)}\n${recipient.slice(20)} `)).toBeUndefined();
    expect(fault(identity)).toBe("keyIsSecret");
    expect(fault(identity.toLowerCase())).toBe("keyIsSecret");
    for (const wrong of ["ssh-ed25519 AAAA", recipient.toUpperCase(), `age1${"q".repeat(5_000)}`, "age1\0"])
      expect(fault(wrong)).toBe("keyFaulty");
    // Looks like one, and is none: a letter is wrong, or the point on the curve is.
    const typo = recipient.slice(0, -1) + (recipient.endsWith("q") ? "p" : "q");
    for (const wrong of [typo, "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqs5g8p4"])
      expect(await addEncryptionKey(ctx, owner, { label: "Safe", recipient: wrong })).toBe("keyFaulty");
  }),
);
