import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listUpdateChoices } from "~/domain/updates/list-update-choices.server";
import { principleTranslations } from "~db/schema/principles";
import { withContext } from "../../support/database";

test(
  "a principle that is not translated is a choice in English, and says so",
  withContext(async (ctx) => {
    const [first] = (await listUpdateChoices(ctx, "sw")).principles;
    expect(first).toMatchObject({ locale: "sw", dir: "ltr" });
    const { slug = "" } = first ?? {};
    await ctx.db
      .delete(principleTranslations)
      .where(and(eq(principleTranslations.slug, slug), eq(principleTranslations.locale, "sw")));
    const { principles } = await listUpdateChoices(ctx, "sw");
    expect(principles.filter(({ locale }) => locale !== "sw")).toMatchObject([{ slug, locale: "en" }]);
  }),
);
