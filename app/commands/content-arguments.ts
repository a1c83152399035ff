import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { roles } from "~/domain/content/actor";
import { contentKinds } from "~db/schema/content-items";
import { namedPerson, UsageError } from "./staff-command";

const usage = `Usage:
  npm run content -- list [--kind KIND] [--locale LOCALE]
  npm run content -- show KIND KEY LOCALE [NUMBER] [--fields]
  npm run content -- edit KIND KEY LOCALE FILE.json [--from SOURCE_NUMBER] [--machine]
  npm run content -- submit | approve | publish | archive KIND KEY LOCALE NUMBER
  npm run content -- send-back KIND KEY LOCALE NUMBER --reason TEXT
  npm run content -- undo KIND KEY LOCALE NUMBER [--to NUMBER]
  npm run content -- rename KIND KEY LOCALE NEW-SLUG
  npm run content -- new-update FILE.json
  npm run content -- facts KEY [FILE.json]
  npm run content -- image FILE [--credit TEXT]
Each but list, show, image and facts without a file also needs --by YOUR_NAME and --role ${roles.join("|")};
--partner SLUG where you act for a partner. A legal reviewer's approve is the legal approval.
KIND is one of ${contentKinds.join(", ")}. KEY is what list shows.
edit takes the fields as show --fields prints them; new-update takes { …facts, "fields": { … } };
facts prints the facts of an article, and takes them again with a file.`;

const steps = ["submit", "approve", "publish", "archive", "send-back", "undo"] as const;
const orders = ["list", "show", "edit", ...steps, "rename", "new-update", "facts", "image"] as const;

type Order = (typeof orders)[number];

/** How many words each order takes after its own: at least, at most. */
const wordsOf: Record<Order, [number, number]> = {
  list: [0, 0],
  show: [3, 4],
  edit: [4, 4],
  submit: [4, 4],
  approve: [4, 4],
  publish: [4, 4],
  archive: [4, 4],
  "send-back": [4, 4],
  undo: [4, 4],
  rename: [4, 4],
  "new-update": [1, 1],
  facts: [1, 2],
  image: [1, 1],
};

const number = z.coerce.number().int().positive();

/**
 * Reads what was typed after `npm run content --`.
 * @throws {UsageError}
 */
export function readContentArguments() {
  const { values, positionals } = parsed();
  const order = orders.find((one) => one === positionals[0]);
  if (order === undefined) throw new UsageError(`Say ${orders.join(", ")}.\n${usage}`);
  const words = positionals.slice(1);
  const [least, most] = wordsOf[order];
  if (words.length < least || words.length > most) throw new UsageError(usage);
  const isReading =
    order === "list" || order === "show" || order === "image" || (order === "facts" && words.length === 1);
  const [kind = "", key = "", locale = "", last = ""] = words;
  const isNumbered = steps.some((step) => step === order) || (order === "show" && last !== "");
  return {
    order,
    ...{ kind, key, locale, last },
    number: isNumbered ? readNumber(last) : null,
    by: isReading ? "" : namedPerson(values.by),
    role: isReading ? ("analyst" as const) : readRole(values.role),
    partner: values.partner,
    filter: { kind: values.kind, locale: values.locale },
    to: values.to === undefined ? undefined : readNumber(values.to),
    from: values.from === undefined ? undefined : readNumber(values.from),
    isMachine: values.machine === true,
    fieldsOnly: values.fields === true,
    reason: values.reason,
    credit: values.credit ?? null,
  };
}

function parsed() {
  try {
    const text = { type: "string" } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ by: text, role: text, partner: text, kind: text, locale: text, to: text, from: text },
        ...{ reason: text, credit: text, machine: { type: "boolean" }, fields: { type: "boolean" } },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function readRole(role: string | undefined) {
  const known = roles.find((one) => one === role);
  if (known === undefined) throw new UsageError(`As what? --role ${roles.join("|")}`);
  return known;
}

function readNumber(typed: string): number {
  const read = number.safeParse(typed);
  if (!read.success) throw new UsageError(`“${typed}” is no number of a version. \`show\` lists them.`);
  return read.data;
}

/**
 * Reads a file of JSON.
 * @throws {UsageError}
 */
export function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
