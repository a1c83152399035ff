import { parseArgs } from "node:util";
import { findSwitch } from "~/domain/switches/find-switch.server";
import { listSwitches, type SwitchState } from "~/domain/switches/list-switches.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { namedPerson, staffCommand, UsageError } from "./staff-command";

const usage = `Usage:
  npm run switch -- list
  npm run switch -- on NAME [--campaign SLUG] --by YOUR_NAME
  npm run switch -- off NAME [--campaign SLUG] --by YOUR_NAME`;

/** Shows the switches and turns them on and off, while the product serves. */
await staffCommand(readArguments, async ({ ctx }, { order, name, campaignSlug, by }) => {
  if (order === "list") return show(await listSwitches(ctx));

  const wanted = { isOn: order === "on", by };
  const found = await findSwitch(ctx, { name, campaignSlug });
  const outcome = await setSwitch(ctx, found, wanted);
  const where = found.campaign === null ? "" : ` for ${found.campaign.slug}`;
  console.log(
    outcome === "changed"
      ? `“${found.name}” is ${order}${where}. It is in force everywhere within two seconds.`
      : `“${found.name}” was ${order}${where} already. Nothing was changed.`,
  );
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { campaign: { type: "string" }, by: { type: "string" } },
    });
    const [order, name = "", ...rest] = positionals;
    if (order !== "list" && order !== "on" && order !== "off") throw new Error("Say list, on or off.");
    if (order !== "list" && name === "") throw new Error("Which switch?");
    if (rest.length > 0 || (order === "list" && name !== "")) throw new Error("Those are too many words.");
    const by = order === "list" ? "" : namedPerson(values.by);
    return { order, name, campaignSlug: values.campaign, by } as const;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function show(switches: SwitchState[]) {
  const rows = switches.flatMap(({ name, scope, on, effect }) =>
    on.length === 0
      ? [[name, scope === "all" ? "everything" : "each campaign", "off", "", "", effect]]
      : on.map(({ campaignSlug, since, by }) => [
          name,
          campaignSlug ?? "everything",
          "ON",
          since.toISOString().replace(/\.\d+Z$/, "Z"),
          by,
          effect,
        ]),
  );
  const table = [["SWITCH", "FOR", "STATE", "SINCE (UTC)", "BY", "WHILE IT IS ON"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))) ?? [];
  for (const row of table) {
    console.log(
      row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  "),
    );
  }
}
