import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Actor } from "~/domain/content/actor";
import { approve, approveLegally } from "~/domain/content/approve.server";
import { archive } from "~/domain/content/archive.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { changeUpdateFacts, findUpdateFacts } from "~/domain/content/change-update-facts.server";
import { listContent } from "~/domain/content/list-content.server";
import { findVersions } from "~/domain/content/list-versions.server";
import { newUpdate } from "~/domain/content/new-update.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { sendBack } from "~/domain/content/send-back.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { undoPublish } from "~/domain/content/undo-publish.server";
import type { Context } from "~/domain/context";
import { ImageError } from "~/domain/images/image-error";
import { storeImage } from "~/domain/images/store-image.server";
import { partners } from "~db/schema/partners";
import { readContentArguments, readJsonFile } from "./content-arguments";
import { showContents, showFields, showVersions } from "./content-tables";
import { wordsOfOutcome } from "./content-words";
import { givenReason } from "./moderation-arguments";
import { staffCommand, UsageError } from "./staff-command";

type Typed = ReturnType<typeof readContentArguments>;

/** Takes texts from draft to readers, in every language, and shows where each of them is. */
await staffCommand(readContentArguments, async ({ ctx }, typed) => {
  const actor = await actorOf(ctx, typed);
  if (typed.order === "list") {
    const { kind, locale } = typed.filter;
    const wanted = { ...(kind !== undefined && { kind }), ...(locale !== undefined && { locale }) };
    return showContents(await listContent(ctx, actor, wanted), locale);
  }
  if (typed.order === "show") {
    const found = await findVersions(ctx, actor, typed);
    if (found === null || found.versions.length === 0) throw new UsageError(wordsOfOutcome({ outcome: "notFound" }));
    if (typed.fieldsOnly) return showFields(found, typed.number);
    showVersions(found);
    console.log("");
    return showFields(found, typed.number);
  }
  if (typed.order === "facts" && typed.key === "") {
    const facts = await findUpdateFacts(ctx, actor, typed.kind);
    if (facts === null) throw new UsageError(wordsOfOutcome({ outcome: "notFound" }));
    return console.log(JSON.stringify(facts, null, 2));
  }
  if (typed.order === "image") return console.log(`image:${await storeFile(ctx, typed)}`);
  const answer = await takeOrder(ctx, actor, typed);
  const words = wordsOfOutcome(answer);
  if (!["done", "already", "saved", "created"].includes(answer.outcome)) throw new UsageError(words);
  console.log(words);
});

function takeOrder(ctx: Context, actor: Actor, typed: Typed) {
  const { kind, key, locale, last } = typed;
  const name = { kind, key, locale, number: typed.number ?? 0 };
  switch (typed.order) {
    case "edit":
      return edit(ctx, actor, typed);
    case "submit":
      return submitForReview(ctx, actor, name);
    case "approve":
      return typed.role === "legal_reviewer" ? approveLegally(ctx, actor, name) : approve(ctx, actor, name);
    case "publish":
      return publish(ctx, actor, name);
    case "archive":
      return archive(ctx, actor, name);
    case "send-back":
      return sendBack(ctx, actor, name, givenReason(typed.reason));
    case "undo":
      return undoPublish(ctx, actor, name, typed.to);
    case "facts":
      return changeUpdateFacts(ctx, actor, kind, readJsonFile(key));
    case "rename":
      return changeAddress(ctx, actor, { ...name, slug: last });
    default:
      return createUpdate(ctx, actor, typed.kind);
  }
}

/** Whoever types has just seen the newest version, by `show`. */
async function edit(ctx: Context, actor: Actor, { kind, key, locale, last, from, isMachine }: Typed) {
  const newest = (await findVersions(ctx, actor, { kind, key, locale }))?.versions[0];
  return saveDraft(ctx, actor, {
    ...{ kind, key, locale },
    fields: readJsonFile(last),
    basedOn: newest ? { number: newest.number, sha256: newest.sha256 } : null,
    isMachineDraft: isMachine,
    ...(from !== undefined && { sourceNumber: from }),
  });
}

async function createUpdate(ctx: Context, actor: Actor, file: string) {
  const read = readJsonFile(file);
  if (typeof read !== "object" || read === null) throw new UsageError(`${file} holds no article.`);
  const { fields = null, ...facts } = Object.fromEntries(Object.entries(read));
  return newUpdate(ctx, actor, facts, fields);
}

async function storeFile(ctx: Context, { kind: file, credit }: Typed): Promise<string> {
  try {
    return await storeImage(ctx, { body: readFileSync(file), credit, isSample: false });
  } catch (error) {
    if (error instanceof ImageError) {
      throw new UsageError(`${file} is no picture that we take: at most 20 MB of JPEG, PNG, WebP or AVIF.`);
    }
    throw error;
  }
}

async function actorOf({ db }: Context, { by, role, partner }: Typed): Promise<Actor> {
  if (partner === undefined) return { name: by, organization: { kind: "host" }, roles: [role] };
  const [found] = await db.select({ id: partners.id }).from(partners).where(eq(partners.slug, partner));
  if (found === undefined) throw new UsageError(`There is no partner “${partner}”.`);
  return { name: by, organization: { kind: "partner", id: found.id }, roles: [role] };
}
