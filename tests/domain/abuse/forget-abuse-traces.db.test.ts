import { expect, test } from "vitest";
import { forgetAbuseTraces } from "~/domain/abuse/forget-abuse-traces.server";
import { carryOutStrike } from "~/domain/moderation/carry-out-strike.server";
import { orderStrike } from "~/domain/moderation/strikes.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { withContext } from "../../support/database";
import { inCalifornia, listSignatures, mailedLink, openPetition } from "../signatures/signing";
import { signAs } from "./crowd";

const DAY_MS = 86_400_000;

test(
  "the hash of a network is forgotten after thirty days, and the signature stays",
  withContext(async (ctx) => {
    const petition = await openPetition(ctx);
    await signAs(petition, { networkHash: "old" });
    ctx.clock.advance(DAY_MS);
    await signAs(petition, { networkHash: "young" });
    ctx.clock.advance(29 * DAY_MS + 1);
    await forgetAbuseTraces(ctx);
    expect((await listSignatures(ctx)).map(({ networkHash }) => networkHash)).toEqual([null, "young"]);
  }),
);

test(
  "a struck signature that nobody had confirmed goes after fourteen days, like all of those",
  withContext(async (ctx) => {
    const petition = await openPetition(ctx);
    await signAs(petition);
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    await signAs(petition);
    const strike = await orderStrike(
      ctx,
      { campaignId: petition.campaign.id, petitionId: petition.petition.id },
      { criteria: { country: "KE" }, reason: "A test", by: "Ada" },
    );
    await carryOutStrike(ctx, strike.id);
    ctx.clock.advance(14 * DAY_MS);
    await forgetAbuseTraces(ctx);
    expect(await listSignatures(ctx)).toHaveLength(2);
    ctx.clock.advance(1);
    await forgetAbuseTraces(ctx);
    expect((await listSignatures(ctx)).map(({ state, confirmedAt }) => [state, confirmedAt !== null])).toEqual([
      ["struck", true],
    ]);
  }),
);
