import { expect, test } from "vitest";
import { remindUnconfirmed } from "~/domain/signatures/remind.server";
import { signatures } from "~db/schema/signatures";
import { withPostgres } from "../../support/database";
import { listJobs, listSignatures, openPetition } from "./signing";

test(
  "four workers that look at once remind everybody once",
  withPostgres(async (_, ctx) => {
    await (await openPetition(ctx)).sign();
    const [row] = await listSignatures(ctx);
    if (!row) throw new Error("Nobody signed.");
    const many = Array.from({ length: 2_400 }, (_, at) => ({
      ...row,
      id: ctx.newId(),
      mailboxHash: `mailbox ${at}`,
      identityHash: `identity ${at}`,
    }));
    for (let at = 0; at < many.length; at += 600) await ctx.db.insert(signatures).values(many.slice(at, at + 600));
    ctx.clock.advance(2 * 86_400_000);

    const reminded = await Promise.all([1, 2, 3, 4].map(() => remindUnconfirmed(ctx)));
    const later = await remindUnconfirmed(ctx);
    expect([...reminded, later].reduce((sum, each) => sum + each, 0)).toBe(2_401);
    const asked = (await listJobs(ctx, "email-reminder")).map(({ payload }) => JSON.stringify(payload));
    expect(asked).toHaveLength(2_401);
    expect(new Set(asked).size).toBe(2_401);
  }),
);
