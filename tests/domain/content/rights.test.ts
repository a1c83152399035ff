import { describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "~/domain/content/actor";
import { maySee, type RuledText, refusalOf, type Step, steps } from "~/domain/content/rights";
import { contentKinds } from "~db/schema/content-items";

const ours = "0190aaaa-0000-7000-8000-000000000001";
const theirs = "0190aaaa-0000-7000-8000-000000000002";
const organizations = {
  host: { kind: "host" },
  partner: { kind: "partner", id: ours },
} as const;

/** What each role may do, as it was decided: with a translation that somebody else wrote. */
const allowed: Record<"host" | "partner", Record<Role, Step[]>> = {
  host: {
    owner: ["create", "save", "submit", "sendBack", "approve", "publish", "publishUnreviewed", "archive", "readdress"],
    editor: ["create", "save", "submit", "sendBack", "approve", "publish", "publishUnreviewed", "archive", "readdress"],
    legal_reviewer: ["sendBack"],
    translator: ["save", "submit", "sendBack", "approve"],
    analyst: [],
  },
  partner: {
    owner: ["create", "save", "submit", "sendBack", "approve", "publish", "archive", "readdress"],
    editor: ["create", "save", "submit", "sendBack", "approve", "publish", "archive", "readdress"],
    legal_reviewer: [],
    translator: ["save", "submit", "sendBack", "approve"],
    analyst: [],
  },
};

function actor(organization: "host" | "partner", ...held: Role[]): Actor {
  return { name: "Ada", organization: organizations[organization], roles: held };
}

const text: RuledText = { kind: "campaign", partnerId: ours, isSource: false, writtenBy: ["Lin", "Grace"] };
const cases = (["host", "partner"] as const).flatMap((organization) =>
  roles.flatMap((role) => steps.map((step) => ({ organization, role, step }))),
);

describe("every role and every step", () => {
  test.each(cases)("$organization $role: $step", ({ organization, role, step }) => {
    const may = allowed[organization][role].includes(step);
    expect(refusalOf(actor(organization, role), step, text)).toBe(may ? null : "role");

    const isApproval = step === "approve" || step === "approveLegally";
    const own = may && isApproval ? "ownText" : may ? null : "role";
    expect(refusalOf(actor(organization, role), step, { ...text, writtenBy: ["Ada", "Grace"] }), "their own text").toBe(
      own,
    );

    for (const partnerId of [theirs, null]) {
      const other = refusalOf(actor(organization, role), step, { ...text, partnerId });
      expect(other, "a text of another organization").toBe(
        organization === "partner" ? "organization" : may ? null : "role",
      );
    }
  });
});

test("translators leave the source's language alone", () => {
  for (const organization of ["host", "partner"] as const) {
    for (const step of steps) {
      expect(refusalOf(actor(organization, "translator"), step, { ...text, isSource: true })).toBe("role");
    }
  }
});

test("a source is never published unreviewed", () => {
  for (const role of roles) {
    expect(refusalOf(actor("host", role), "publishUnreviewed", { ...text, isSource: true })).toBe("role");
  }
});

test("the wording of a consent is approved by a legal reviewer as well, and never published unreviewed", () => {
  const wording: RuledText = { ...text, kind: "consent_wording", partnerId: null };
  expect(refusalOf(actor("host", "legal_reviewer"), "approveLegally", wording)).toBeNull();
  expect(refusalOf(actor("host", "legal_reviewer"), "approveLegally", { ...wording, writtenBy: ["Ada"] })).toBe(
    "ownText",
  );
  for (const role of roles) {
    expect(refusalOf(actor("host", role), "publishUnreviewed", wording)).toBe("role");
    expect(refusalOf(actor("partner", role), "approveLegally", { ...wording, partnerId: ours })).toBe("role");
    if (role !== "legal_reviewer") expect(refusalOf(actor("host", role), "approveLegally", wording)).toBe("role");
  }
});

test.each(contentKinds)("a partner brings its own %s before readers only where it is not among the host's", (kind) => {
  const isOwn = kind === "campaign" || kind === "petition" || kind === "partner_action";
  for (const step of ["publish", "archive"] as const) {
    expect(refusalOf(actor("partner", "owner"), step, { ...text, kind })).toBe(isOwn ? null : "role");
    expect(refusalOf(actor("host", "owner"), step, { ...text, kind })).toBeNull();
  }
});

test("two roles of one person add up, and no role is no right", () => {
  expect(refusalOf(actor("host", "analyst", "translator"), "save", text)).toBeNull();
  for (const step of steps) expect(refusalOf(actor("host"), step, text)).toBe("role");
});

test("a partner sees its own texts, and the host all", () => {
  expect(maySee(actor("partner", "analyst"), { partnerId: ours })).toBe(true);
  expect(maySee(actor("partner", "owner"), { partnerId: theirs })).toBe(false);
  expect(maySee(actor("partner", "owner"), { partnerId: null })).toBe(false);
  expect(maySee(actor("host", "analyst"), { partnerId: theirs })).toBe(true);
  expect(maySee(actor("host"), { partnerId: null })).toBe(false);
});
