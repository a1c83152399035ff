import { expect, test } from "vitest";
import { partnerForm } from "~/domain/organizations/partner-form";
import { changePartner, createPartner, listPartnerFacts } from "~/domain/organizations/partners.server";
import { outbox } from "~db/schema/outbox";
import { withContext } from "../../support/database";
import { member, somePartner } from "../access/people";

const mto = partnerForm.parse({
  name: "Mto Rights",
  slug: "mto-rights",
  country: "KE",
  website: "https://mto.example",
  description: "Teaches data rights.",
  locale: "sw",
  email: "wanjiru@mto.example",
});

test(
  "the host takes an organization in and its owner is invited",
  withContext(async (ctx) => {
    const host = await member(ctx, "host@example.org", ["owner"]);
    const made = await createPartner(ctx, host, mto);
    if (made.outcome !== "created") throw new Error(made.outcome);
    expect(await createPartner(ctx, host, mto)).toEqual({ outcome: "taken" });
    const jobs = await ctx.db.select({ name: outbox.name }).from(outbox);
    expect(jobs.filter(({ name }) => name === "email-invitation")).toHaveLength(1);
    const facts = (await listPartnerFacts(ctx, host)).find(({ id }) => id === made.id);
    expect(facts).toMatchObject({ needsApproval: true, status: "active", members: 0, hasAgreement: false });

    await changePartner(ctx, host, made.id, { status: "paused", needsApproval: false });
    expect((await listPartnerFacts(ctx, host)).find(({ id }) => id === made.id)).toMatchObject({
      status: "paused",
      needsApproval: false,
    });
  }),
);

test(
  "no partner sees or changes what others there are",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    await expect(listPartnerFacts(ctx, owner)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(createPartner(ctx, owner, mto)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(
      changePartner(ctx, owner, ctx.newId(), { status: "closed", needsApproval: false }),
    ).rejects.toMatchObject({ code: "notAllowed" });
  }),
);

test.each([
  ["host", "slugFaulty"],
  ["sign-in", "slugFaulty"],
  ["Großes", "slugFaulty"],
  ["a/b", "slugFaulty"],
  ["-x", "slugFaulty"],
  ["", "slugFaulty"],
])("an address like %j is refused", (slug, code) => {
  const read = partnerForm.safeParse({ ...mto, slug });
  expect(read.error?.issues.map(({ message }) => message)).toContain(code);
});

test.each(["http://mto.example", "javascript:alert(1)", "mto.example", ""])(
  "a website like %j is refused",
  (website) => {
    expect(partnerForm.safeParse({ ...mto, website }).success).toBe(false);
  },
);
