import { and, asc, eq, isNull, lt, not } from "drizzle-orm";
import { signatures } from "~db/schema/signatures";
import { hasNewsletterYes } from "../consents/standing-yes.server";
import type { Context } from "../context";
import { deleteSignatures } from "./delete-signatures.server";
import { WITHDRAWN_DAYS } from "./retention";

/**
 * Deletes withdrawn signatures that are over: the totals have let them go, and no newsletter needs their address.
 * Until then the old link still says that the signature is withdrawn.
 */
export async function forgetWithdrawn(ctx: Context): Promise<number> {
  const since = new Date(ctx.now().getTime() - WITHDRAWN_DAYS * 86_400_000);
  return deleteSignatures(
    ctx,
    and(
      eq(signatures.state, "withdrawn"),
      lt(signatures.withdrawnAt, since),
      isNull(signatures.countedAt),
      not(hasNewsletterYes(ctx)),
    ),
    [asc(signatures.withdrawnAt)],
  );
}
