import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { expect, test } from "vitest";
import { checkProof, makeChallenge } from "~/domain/abuse/challenge.server";
import { withPostgres } from "../../support/database";

test(
  "one proof that is sent many times at once is good once",
  withPostgres(async (_, ctx) => {
    const challenge = await makeChallenge(ctx, "campaign");
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
    const answers = await Promise.all(Array.from({ length: 20 }, () => checkProof(ctx, "campaign", proof)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  }),
);
