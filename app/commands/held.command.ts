import { parseArgs } from "node:util";
import { z } from "zod";
import { findModeratedPetition } from "~/domain/moderation/find-moderated-petition.server";
import { heldGroupings, listHeld } from "~/domain/moderation/list-held.server";
import { releaseHeld } from "~/domain/moderation/release-held.server";
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
  npm run held -- list --campaign SLUG [--group ${heldGroupings.join("|")}]
  npm run held -- release --campaign SLUG CRITERIA --by YOUR_NAME --reason TEXT

${criteriaUsage}

To strike what is held: npm run strike -- order --held …`;

/** Shows which signatures wait for staff, and lets them go. */
await staffCommand(readArguments, async ({ ctx }, typed) => {
  const petition = await findModeratedPetition(ctx, typed.campaign);
  if (typed.order === "release") {
    const { criteria, reason, by } = typed;
    const released = await releaseHeld(ctx, petition, { criteria: criteria(ctx), reason, by });
    return console.log(`Released: ${released}.`);
  }
  for (const grouping of typed.groupings) {
    const groups = await listHeld(ctx, petition, grouping);
    if (groups.length === 0) return console.log("No signature is held.");
    printTable(
      [grouping.toUpperCase(), "CONFIRMED", "PENDING", "FIRST SIGNED (UTC)", "LAST SIGNED (UTC)"],
      groups.map((group) => [
        group.key,
        String(group.confirmed),
        String(group.pending),
        group.firstSignedAt.toISOString().slice(0, 16),
        group.lastSignedAt.toISOString().slice(0, 16),
      ]),
    );
    console.log("");
  }
});

function readArguments() {
  const { order, groupings, values } = readWords();
  const campaign = namedCampaign(values.campaign);
  if (order === "list") return { order, campaign, groupings } as const;
  const criteria = readCriteria(values);
  return { order, campaign, criteria, by: namedPerson(values.by), reason: givenReason(values.reason) } as const;
}

function readWords() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...criteriaOptions,
        campaign: { type: "string" },
        group: { type: "string" },
        by: { type: "string" },
        reason: { type: "string" },
      },
    });
    const order = z.enum(["list", "release"]).safeParse(positionals[0]).data;
    if (order === undefined) throw new Error("Say list or release.");
    if (positionals.length > 1) throw new Error("Those are too many words.");
    const groupings = heldGroupings.filter((known) => values.group === undefined || known === values.group);
    if (groupings.length === 0) throw new Error(`--group is one of: ${heldGroupings.join(", ")}.`);
    return { order, groupings, values };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
