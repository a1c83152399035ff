import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Context } from "~/domain/context";
import { withContext } from "../support/database";
import { type Allowed, everyRole, type Fields, type Kind, type RouteAccess } from "./access-table";
import { loadContext } from "./load-context";
import { type Person, type Scene, setScene } from "./scene";

const routeFiles = import.meta.glob<unknown>("../../app/routes/portal*.{ts,tsx}");
const tables = import.meta.glob<Record<string, readonly RouteAccess[]>>("./access/*.ts", { eager: true });
const table = Object.values(tables).flatMap((file) => Object.values(file).flat());

const routeModule = z.object({
  loader: z.custom<(args: ActionFunctionArgs) => unknown>((value) => typeof value === "function").optional(),
  action: z
    .custom<((args: ActionFunctionArgs) => unknown) & { intents?: string[] }>((value) => typeof value === "function")
    .optional(),
});

const nameOf = (file: string) => file.replace(/^.*\/routes\//, "").replace(/\.tsx?$/, "");
const load = async (route: string) => {
  const file = Object.keys(routeFiles).find((one) => nameOf(one) === route);
  return routeModule.parse({ ...Object(await routeFiles[file ?? ""]?.()) });
};

describe("The table", () => {
  test("names every page of the portal, once, and no other", () => {
    expect(table.map(({ route }) => route).sort()).toEqual(Object.keys(routeFiles).map(nameOf).sort());
  });

  test.each(Object.keys(routeFiles).map(nameOf))("names every button of %s", async (route) => {
    const { action } = await load(route);
    const named = table.find((row) => row.route === route);
    if (named?.for === "everybody") return;
    // An action that tells no intents could hide some.
    if (action) expect(action.intents, `${route} uses portalDeeds`).toBeDefined();
    expect(Object.keys(named?.deeds ?? {}).sort()).toEqual([...(action?.intents ?? [])].sort());
  });
});

/** `allowed`, or how it was refused. */
type Outcome = "allowed" | "notAllowed" | "notFound" | "signIn" | "proof" | number;

const withStatus = z.object({ status: z.number() });
/** What `data()` of the framework makes. */
const withInit = z.object({ type: z.literal("DataWithResponseInit"), init: z.unknown() });

function outcomeOf(answer: unknown): Outcome {
  const init = answer instanceof Response ? answer : withInit.safeParse(answer).data?.init;
  const status = withStatus.safeParse(init).data?.status ?? 200;
  const location = answer instanceof Response ? answer.headers.get("location") : null;
  if (location?.startsWith("/portal/sign-in?")) return "signIn";
  if (location?.startsWith("/portal/prove")) return "proof";
  if (status === 403) return "notAllowed";
  if (status === 404) return "notFound";
  return status < 400 || status === 409 || status === 422 ? "allowed" : status;
}

interface Call {
  row: RouteAccess;
  scene: Scene;
  person: Person | null;
  /** The organization in the address. */
  organization: string;
  kind: Kind;
  deed?: { intent: string; fields: Fields };
}

/** Opens a page, or presses one of its buttons, and takes back whatever that changed. */
async function call(ctx: Context, { row, scene, person, organization, kind, deed }: Call): Promise<Outcome> {
  const { loader, action } = await load(row.route);
  const params = { organization, ...row.params?.(scene, kind) };
  const path = row.route
    .replace("portal.$organization", `portal.${organization}`)
    .replaceAll(".", "/")
    .replace("/_index", "");
  const address = `https://privacy.example/${path}${row.search?.(scene) ?? ""}`;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ intent: deed?.intent ?? "", ...deed?.fields })) {
    for (const one of [value].flat()) body.append(name, one);
  }
  const request = deed ? new Request(address, { method: "POST", body }) : new Request(address);
  const work = deed ? action : loader;
  if (work === undefined) throw new Error(`${row.route} has no ${deed ? "action" : "loader"}.`);
  const undo = Symbol("undo");
  let outcome: Outcome = 500;
  try {
    await ctx.db.transaction(async (db) => {
      const context = loadContext({ ...ctx, db }, person?.visitor ?? null);
      try {
        outcome = outcomeOf(await work({ request, params, context }));
      } catch (thrown) {
        if (thrown instanceof Error) throw thrown;
        outcome = outcomeOf(thrown);
      }
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return outcome;
}

/** Everybody, with what they must get. */
function callers(
  scene: Scene,
  row: RouteAccess,
  allowed: Allowed,
): { who: string; person: Person; organization: string; kind: Kind; expected: Outcome[] }[] {
  const of = (kind: "host" | "partner", people: Scene["host"], organization: string) =>
    everyRole.map((role) => ({
      kind,
      who: `${role} of the ${kind}`,
      person: people[role],
      organization,
      expected: allowed[kind].includes(role)
        ? (["allowed"] satisfies Outcome[])
        : kind === "partner" && row.isHosts
          ? (["notAllowed", "notFound"] satisfies Outcome[])
          : (["notAllowed"] satisfies Outcome[]),
    }));
  return [...of("partner", scene.members, scene.partner.slug), ...of("host", scene.host, "host")];
}

const inOrganizations = table.filter((row) => row.for === undefined);

describe.each(inOrganizations.map((row) => [row.route, row] as const))("%s", (_route, row) => {
  const asked: { what: string; allowed: Allowed; deed?: (scene: Scene, kind: Kind) => Call["deed"] }[] = [
    ...(row.loader ? [{ what: "the page", allowed: row.loader }] : []),
    ...Object.entries(row.deeds ?? {}).map(([intent, { fields, ...allowed }]) => ({
      what: intent,
      allowed,
      deed: (scene: Scene, kind: Kind) => ({ intent, fields: fields?.(scene, kind) ?? {} }),
    })),
  ];

  test.each(asked.map((one) => [one.what, one] as const))(
    "%s is for the roles that the table says, and for nobody else",
    (_what, { allowed, deed }) =>
      withContext(async (ctx) => {
        const scene = await setScene(ctx);
        const by = (person: Person | null, organization: string, kind: Kind = "partner") => {
          const pressed = deed?.(scene, kind);
          return call(ctx, { row, scene, person, organization, kind, ...(pressed && { deed: pressed }) });
        };
        for (const { who, person, organization, kind, expected } of callers(scene, row, allowed)) {
          expect(expected, who).toContain(await by(person, organization, kind));
        }
        expect(await by(null, scene.partner.slug), "nobody is signed in").toBe("signIn");
        expect(await by(scene.stranger, scene.partner.slug), "another's address").toBe("notFound");
        expect(await by(scene.stranger, "host"), "the host's address").toBe("notFound");
        expect(await by(scene.members.owner, "host"), "the host's address").toBe("notFound");
        const names = Object.keys(deed?.(scene, "partner")?.fields ?? {});
        if (row.params !== undefined || names.some(isThing)) {
          const outcome = await by(scene.stranger, scene.stranger.slug);
          expect(["notFound", "notAllowed"], "another's thing at one's own address").toContain(outcome);
        }
      })(),
  );
});

/** Whether a field names a thing of the partner. */
function isThing(name: string): boolean {
  return ["invitation", "user", "campaign", "mailing", "export", "supporter", "action", "rule", "id"].includes(name);
}
