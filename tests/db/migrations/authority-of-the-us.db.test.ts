import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { countries, routingRules } from "~db/schema/routing";
import { type TestContext, withContext } from "../../support/database";
import { runMigration } from "./run-migration";

const ofStates = ["us_lawmaker_contact", "share", "learn", "donate"];
const ofDelegates = ["us_delegate_contact", "share", "learn", "donate"];
const keys = ["us-state", "us-dc", "us-territories"];

const routingIn = async ({ db }: TestContext) => ({
  country: await db.select().from(countries).where(eq(countries.iso2, "US")),
  rules: await db.select().from(routingRules).where(inArray(routingRules.key, keys)).orderBy(routingRules.key),
});

/** As the product was first shipped. */
async function asBefore({ db }: TestContext): Promise<void> {
  const law = { actions: ofStates, lawName: "No comprehensive federal law" };
  await db.update(countries).set(law).where(eq(countries.iso2, "US"));
  const rule = (key: string, actions: string[]) =>
    db.update(routingRules).set({ actions }).where(eq(routingRules.key, key));
  await rule("us-state", ofStates);
  await rule("us-dc", ofDelegates);
  await rule("us-territories", ofDelegates.toSpliced(1, 0, "partner_actions"));
}

test(
  "a database that was filled before leads readers in the United States as a new one does",
  withContext(async (ctx) => {
    const now = await routingIn(ctx);
    await asBefore(ctx);
    expect(await routingIn(ctx)).not.toEqual(now);
    await runMigration(ctx.db, "0009_authority_of_the_us");
    expect(await routingIn(ctx)).toEqual(now);
  }),
);

test(
  "a rule that was changed since stays as it is",
  withContext(async (ctx) => {
    await asBefore(ctx);
    const own = { actions: ["us_lawmaker_contact", "share"] };
    await ctx.db.update(routingRules).set(own).where(eq(routingRules.key, "us-state"));
    await runMigration(ctx.db, "0009_authority_of_the_us");
    const { rules } = await routingIn(ctx);
    expect(rules.find(({ key }) => key === "us-state")).toMatchObject(own);
  }),
);
