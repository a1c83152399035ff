import { eq } from "drizzle-orm";
import { users } from "~db/schema/users";
import type { Context } from "../context";

/** Changes how somebody is called by colleagues, and the language of the portal and its mails for them. */
export async function changeOwnAccount(
  ctx: Context,
  userId: string,
  { name, locale }: { name: string; locale: string },
): Promise<void> {
  await ctx.db
    .update(users)
    .set({ nameSealed: ctx.vault.seal("user.name", name), locale })
    .where(eq(users.id, userId));
}
