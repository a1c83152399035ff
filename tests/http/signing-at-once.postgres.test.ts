import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "~db/schema/outbox";
import { confirmations, signatures } from "~db/schema/signatures";
import { withPostgres } from "../support/database";
import { confirmationLink } from "../support/mail-links";
import { runServer } from "../support/run-server";

const signUrl = "/en/campaigns/privacy-for-all";

test(
  "two hundred equal requests at once, to sign and then to confirm, are one signature that counts once",
  withPostgres(async ({ url, db }) => {
    const server = await runServer({ databaseUrl: url });
    try {
      const body = "name=Ada+Lovelace&email=ada%40example.org&country=KE&updates=yes";
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const signed = await atOnce(() => server.fetch(signUrl, { method: "POST", body, headers }));
      expect(new Set(signed.map(({ status }) => status))).toEqual(new Set([303]));
      expect(await db.select({ rows: count() }).from(signatures)).toEqual([{ rows: 1 }]);
      expect(await db.select({ rows: count() }).from(confirmations)).toEqual([{ rows: 1 }]);

      const link = new URL(confirmationLink(await server.mailTo("ada@example.org"))).pathname;
      const confirmed = await atOnce(() => server.fetch(link, { method: "POST" }));
      expect(new Set(confirmed.map((answer) => answer.headers.get("location")))).toEqual(
        new Set([`${signUrl}/take-action?country=KE&confirmed=1`]),
      );
      const states = await db.select({ state: signatures.state }).from(signatures);
      expect(states).toEqual([{ state: "confirmed" }]);
      expect(await db.select({ rows: count() }).from(outbox).where(eq(outbox.name, "email-confirmation"))).toEqual([
        { rows: 1 },
      ]);
    } finally {
      await server.stop();
    }
  }),
  120_000,
);

function atOnce(request: () => Promise<Response>): Promise<Response[]> {
  return Promise.all(Array.from({ length: 200 }, request));
}
