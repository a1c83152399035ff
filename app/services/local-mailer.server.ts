import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "~/domain/context";
import { localMails } from "~db/schema/outbox";
import type { Mailer, OutgoingMail } from "./mailer";

const PURPOSE = "local_mails.message";
const NEWEST = 200;
const uuid = z.uuid();

const message = z.object({
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
});

/** A mail that stayed here, as `/dev/mailbox.json` shows it. `createdAt` is ISO 8601 in UTC. */
export type LocalMail = { id: string; createdAt: string } & z.infer<typeof message>;

/** Keeps each mail in the database, sealed, instead of sending it. */
export function createLocalMailer({
  db,
  vault,
  now,
  from,
}: Pick<Context, "db" | "vault" | "now"> & { from: string }): Mailer {
  const keep = async (mails: readonly OutgoingMail[], key: (position: number) => string) => {
    const rows = mails.map(({ to, subject, html, text, headers = {} }, position) => ({
      id: idOfKey(key(position)),
      messageSealed: vault.seal(PURPOSE, JSON.stringify({ to, from, subject, html, text, headers })),
      createdAt: now(),
    }));
    if (rows.length > 0) await db.insert(localMails).values(rows).onConflictDoNothing();
    return rows.map(({ id }) => id);
  };
  return {
    async turn(signal) {
      return !signal.aborted;
    },
    async send({ idempotencyKey, ...mail }) {
      const [providerId = ""] = await keep([mail], () => idempotencyKey);
      return { result: "sent", providerId };
    },
    async sendBatch({ idempotencyKey, mails }) {
      return { result: "sent", providerIds: await keep(mails, (position) => `${idempotencyKey}/${position}`) };
    },
  };
}

/** The newest mails, at most 200, newest first. */
export async function listLocalMails({ db, vault }: Pick<Context, "db" | "vault">): Promise<LocalMail[]> {
  const rows = await db
    .select()
    .from(localMails)
    .orderBy(desc(localMails.createdAt), desc(localMails.id))
    .limit(NEWEST);
  return rows.map((row) => opened(vault, row));
}

/** One mail, or null where the id is none. */
export async function findLocalMail(
  { db, vault }: Pick<Context, "db" | "vault">,
  id: string,
): Promise<LocalMail | null> {
  if (!uuid.safeParse(id).success) return null;
  const [row] = await db.select().from(localMails).where(eq(localMails.id, id));
  return row === undefined ? null : opened(vault, row);
}

function opened(vault: Context["vault"], { id, messageSealed, createdAt }: typeof localMails.$inferSelect): LocalMail {
  return {
    id,
    ...message.parse(JSON.parse(vault.open(PURPOSE, messageSealed))),
    createdAt: createdAt.toISOString(),
  };
}

/** One key, one row. A job's id is an id already; any other key becomes one (a UUIDv8, RFC 9562, 5.8). */
function idOfKey(key: string): string {
  if (uuid.safeParse(key).success) return key.toLowerCase();
  const hex = createHash("sha256").update(key).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
