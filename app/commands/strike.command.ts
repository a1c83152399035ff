import { parseArgs } from "node:util";
import { z } from "zod";
import { findModeratedPetition } from "~/domain/moderation/find-moderated-petition.server";
import {
  cancelStrike,
  listStrikes,
  orderStrike,
  previewStrike,
  type Strike,
  undoStrike,
} from "~/domain/moderation/strikes.server";
import {
  criteriaOptions,
  criteriaUsage,
  givenReason,
  namedCampaign,
  printTable,
  readCriteria,
} from "./moderation-arguments";
import { namedPerson, staffCommand, UsageError } from "./staff-command";

const usage = `Usage:
  npm run strike -- preview --campaign SLUG CRITERIA
  npm run strike -- order --campaign SLUG CRITERIA --by YOUR_NAME --reason TEXT
  npm run strike -- status --campaign SLUG
  npm run strike -- cancel STRIKE --by YOUR_NAME
  npm run strike -- undo STRIKE --by YOUR_NAME

${criteriaUsage}`;

/** Strikes signatures by criteria, and gives them back. The worker does it; this only orders and shows. */
await staffCommand(readArguments, async ({ ctx }, typed) => {
  if (typed.strikeId !== undefined) {
    const change = typed.order === "cancel" ? cancelStrike : undoStrike;
    return show([await change(ctx, typed.strikeId, typed.by)]);
  }
  const petition = await findModeratedPetition(ctx, typed.campaign);
  if (typed.order === "status") return show(await listStrikes(ctx, petition.campaignId));

  const criteria = typed.criteria(ctx);
  if (typed.order === "preview") {
    const { confirmed, pending, withdrawn, struck } = await previewStrike(ctx, petition, criteria);
    console.log(`To be struck: ${confirmed + pending} (confirmed ${confirmed}, pending ${pending}).`);
    console.log(`Left alone: withdrawn ${withdrawn}, struck before ${struck}.`);
    return;
  }
  const strike = await orderStrike(ctx, petition, { criteria, reason: typed.reason, by: typed.by });
  console.log("Ordered. The worker begins at once where it runs.");
  show([strike]);
});

function readArguments() {
  const { order, strikeId, values } = readWords();
  if (order === "cancel" || order === "undo") return { order, strikeId, by: namedPerson(values.by) } as const;
  const campaign = namedCampaign(values.campaign);
  if (order === "status") return { order, campaign } as const;
  const criteria = readCriteria(values);
  if (order === "preview") return { order, campaign, criteria } as const;
  return { order, campaign, criteria, by: namedPerson(values.by), reason: givenReason(values.reason) } as const;
}

function readWords() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...criteriaOptions,
        campaign: { type: "string" },
        by: { type: "string" },
        reason: { type: "string" },
      },
    });
    const order = z.enum(["preview", "order", "status", "cancel", "undo"]).safeParse(positionals[0]).data;
    if (order === undefined) throw new Error("Say preview, order, status, cancel or undo.");
    const needsStrike = order === "cancel" || order === "undo";
    const strikeId = z.uuid().safeParse(positionals[1]).data;
    if (needsStrike && strikeId === undefined) throw new Error("Which strike? `status` shows their ids.");
    if (positionals.length > (needsStrike ? 2 : 1)) throw new Error("Those are too many words.");
    return { order, strikeId: strikeId ?? "", values };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function show(strikes: readonly Strike[]) {
  if (strikes.length === 0) return console.log("There is no strike.");
  printTable(
    ["STRIKE", "STATE", "DONE", "OF", "ORDERED (UTC)", "BY", "CRITERIA", "REASON"],
    strikes.map((strike) => [
      strike.id,
      strike.state,
      String(strike.progress),
      String(strike.matched),
      strike.orderedAt.toISOString().slice(0, 16),
      strike.orderedBy,
      JSON.stringify(strike.criteria),
      strike.reason,
    ]),
  );
}
