import { expect, test } from "vitest";
import {
  ACCEPTANCE_DAYS,
  acceptAgreement,
  publishAgreement,
  readAgreement,
  withdrawAgreement,
} from "~/domain/organizations/agreement.server";
import { requireAgreement } from "~/domain/organizations/require-agreement.server";
import { withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";

const DAY_MS = 86_400_000;
const missing = { code: "agreementMissing" };

test(
  "a partner sees personal data only with an acceptance of the newest version, in its time",
  withContext(async (ctx) => {
    const host = await member(ctx, "host@example.org", ["owner"]);
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    await expect(requireAgreement(ctx, owner)).rejects.toMatchObject(missing);
    expect(await publishAgreement(ctx, host, { en: "# One" })).toBe(1);
    await expect(requireAgreement(ctx, owner)).rejects.toMatchObject(missing);
    expect(await acceptAgreement(ctx, owner, 1)).toBe("accepted");
    await requireAgreement(ctx, owner);
    const other = await member(ctx, "other@example.org", ["owner"], otherPartner);
    await expect(requireAgreement(ctx, other)).rejects.toMatchObject(missing);

    expect(await publishAgreement(ctx, host, { en: "# Two" })).toBe(2);
    await expect(requireAgreement(ctx, owner)).rejects.toMatchObject(missing);
    expect(await acceptAgreement(ctx, owner, 1)).toBe("newerVersion");
    await acceptAgreement(ctx, owner, 2);
    await requireAgreement(ctx, owner);
    const later = { ...owner, provenAt: new Date(ctx.now().getTime() + ACCEPTANCE_DAYS * DAY_MS) };
    ctx.clock.advance(ACCEPTANCE_DAYS * DAY_MS);
    await expect(requireAgreement(ctx, owner)).rejects.toMatchObject(missing);
    expect((await readAgreement(ctx, later, "en")).accepted?.isOver).toBe(true);
  }),
);

test(
  "what was accepted can be taken back",
  withContext(async (ctx) => {
    const host = await member(ctx, "host@example.org", ["legal_reviewer"]);
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    await publishAgreement(ctx, host, { en: "# One", es: "# Uno" });
    await acceptAgreement(ctx, owner, 1);
    await withdrawAgreement(ctx, owner);
    await expect(requireAgreement(ctx, owner)).rejects.toMatchObject(missing);
    await withdrawAgreement(ctx, owner);
  }),
);

test(
  "the same text again is no new version, and the host needs none for itself",
  withContext(async (ctx) => {
    const host = await member(ctx, "host@example.org", ["owner"]);
    expect(await publishAgreement(ctx, host, { en: "# One" })).toBe(1);
    expect(await publishAgreement(ctx, host, { en: "# One" })).toBe(1);
    await requireAgreement(ctx, host);
    await expect(acceptAgreement(ctx, host, 1)).rejects.toMatchObject({ code: "notAllowed" });
  }),
);

test(
  "its text is shown harmless, in the reader's language where it is there",
  withContext(async (ctx) => {
    const host = await member(ctx, "host@example.org", ["owner"]);
    await publishAgreement(ctx, host, { en: "# One <script>alert(1)</script> [x](javascript:alert(1))", es: "# Uno" });
    const { newest } = await readAgreement(ctx, host, "en");
    expect(newest?.html).not.toMatch(/<script|href="javascript/);
    expect((await readAgreement(ctx, host, "es")).newest).toMatchObject({
      locale: "es",
      html: expect.stringContaining("Uno"),
    });
    expect((await readAgreement(ctx, host, "fr")).newest).toMatchObject({ locale: "en" });
  }),
);
