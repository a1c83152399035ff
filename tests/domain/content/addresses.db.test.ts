import { expect, test } from "vitest";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { findAddress } from "~/domain/content/find-address.server";
import { auditLog } from "~db/schema/audit";
import { withContext } from "../../support/database";
import { ada, lin } from "./people";

const text = { kind: "principle", key: "data-minimization", locale: "es" };

test(
  "a text has an address in each language, and each it ever had leads to the one of now",
  withContext(async (ctx) => {
    const to = (slug: string) => changeAddress(ctx, ada, { ...text, slug });
    expect(await to("menos-datos")).toEqual({ outcome: "done" });
    expect(await to("menos-datos")).toEqual({ outcome: "already" });
    expect(await to("lo-mínimo")).toEqual({ outcome: "done" });
    for (const old of ["data-minimization", "menos-datos", "lo-mínimo"]) {
      expect(await findAddress(ctx, "principle", old, "es")).toMatchObject({ key: text.key, slug: "lo-mínimo" });
      expect(await findAddress(ctx, "principle", old, "en")).toMatchObject({ key: text.key, slug: text.key });
    }
    expect(await to("menos-datos"), "back to an old one").toEqual({ outcome: "done" });
    expect(await findAddress(ctx, "principle", "lo-mínimo", "es")).toMatchObject({
      key: text.key,
      slug: "menos-datos",
    });
    expect((await ctx.db.select().from(auditLog)).map(({ action }) => action)).toEqual(
      new Array(3).fill("content.rename"),
    );
  }),
);

test(
  "an address that another has or had stays theirs",
  withContext(async (ctx) => {
    const other = { kind: "principle", key: "civil-rights", locale: "es" };
    await changeAddress(ctx, ada, { ...other, slug: "igualdad" });
    await changeAddress(ctx, ada, { ...other, slug: "derechos" });
    for (const slug of ["igualdad", "derechos", "civil-rights"]) {
      expect(await changeAddress(ctx, ada, { ...text, slug }), slug).toEqual({ outcome: "taken" });
    }
    expect(await changeAddress(ctx, ada, { ...text, locale: "fr", slug: "igualdad" })).toEqual({ outcome: "done" });
  }),
);

test(
  "an address that is several texts' leads to that of the reader's languages, and to the same at each time",
  withContext(async (ctx) => {
    const give = (key: string, locale: string, slug: string) =>
      changeAddress(ctx, ada, { kind: "principle", key, locale, slug });
    await give("civil-rights", "ar", "datos");
    await give("data-rights", "en", "datos");
    await give("data-minimization", "pt-BR", "datos");
    const foundBy = async (locale: string) => (await findAddress(ctx, "principle", "datos", locale))?.key;
    expect(await Promise.all(["ar-EG", "ar", "en", "pt-PT", "pt-BR", "hi"].map(foundBy))).toEqual([
      ...["civil-rights", "civil-rights", "data-rights"],
      ...["data-minimization", "data-minimization", "data-rights"],
    ]);

    await give("civil-rights", "id", "hak");
    await give("data-rights", "fr", "hak");
    await give("data-rights", "fr", "droits");
    const found = async () => (await findAddress(ctx, "principle", "hak", "sw"))?.key;
    expect(await found(), "who has it now comes first").toBe("civil-rights");
    await give("civil-rights", "id", "hak-sipil");
    expect(await found(), "then the order of the languages").toBe("data-rights");
  }),
);

test(
  "an address is found however its letters are put together",
  withContext(async (ctx) => {
    const apart = "lo-mínimo".normalize("NFD");
    expect(apart).not.toBe("lo-mínimo");
    await changeAddress(ctx, ada, { ...text, slug: "lo-mínimo" });
    expect(await findAddress(ctx, "principle", apart, "es")).toMatchObject({ key: text.key, slug: "lo-mínimo" });
    await changeAddress(ctx, ada, { kind: "campaign", key: "privacy-for-all", locale: "es", slug: "lo-mínimo" });
    expect((await getCampaign(ctx, apart, "es")).address).toBe("lo-mínimo");
  }),
);

test(
  "only what has a page, in a language it is published in, gets an address, and only from those who may",
  withContext(async (ctx) => {
    const to = (change: object) => changeAddress(ctx, ada, { ...text, slug: "x", ...change });
    expect(await to({ kind: "petition", key: "privacy-for-all" })).toEqual({ outcome: "noAddress" });
    expect(await to({ locale: "fi" })).toEqual({ outcome: "noAddress" });
    expect(await to({ locale: "\0" })).toEqual({ outcome: "notFound" });
    expect(await to({ key: "none" })).toEqual({ outcome: "notFound" });
    for (const slug of ["", "A", "a b", "\0", "x".repeat(81)]) {
      expect(await to({ slug })).toEqual({ outcome: "notASlug" });
    }
    expect(await changeAddress(ctx, lin, { ...text, slug: "x" })).toEqual({ outcome: "notAllowed", why: "role" });
  }),
);

test(
  "a campaign is found under its name, its address and all before",
  withContext(async (ctx) => {
    for (const slug of ["datenschutz-für-alle", "privatsphäre-für-alle"]) {
      const campaign = { kind: "campaign", key: "privacy-for-all", locale: "de", slug };
      expect(await changeAddress(ctx, ada, campaign)).toEqual({ outcome: "done" });
    }
    for (const slug of ["privacy-for-all", "datenschutz-für-alle", "privatsphäre-für-alle"]) {
      const found = await getCampaign(ctx, slug, "de");
      expect([found.slug, found.address]).toEqual(["privacy-for-all", "privatsphäre-für-alle"]);
    }
  }),
);
