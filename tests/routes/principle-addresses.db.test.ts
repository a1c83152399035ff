import { expect, test } from "vitest";
import { Article } from "~/components/article";
import { Landing } from "~/components/landing";
import { PrincipleList } from "~/components/principle-list";
import { PrinciplePage } from "~/components/principle-page";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { loader as principlesLoader } from "~/routes/$locale.principles._index";
import { loader as principleLoader } from "~/routes/$locale.principles.$principle";
import { loader as updateLoader } from "~/routes/$locale.updates.$update";
import { ada } from "../domain/content/people";
import { type TestContext, withContext } from "../support/database";
import { loaderArguments, pageOf } from "../support/route-page";

const old = 'href="/ar/principles/data-rights"';
const current = 'href="/ar/principles/حقوق-البيانات"';

async function move(ctx: TestContext): Promise<void> {
  const slug = "حقوق-البيانات";
  const answer = await changeAddress(ctx, ada, { kind: "principle", key: "data-rights", locale: "ar", slug });
  expect(answer).toEqual({ outcome: "done" });
}

const pages: [string, (ctx: TestContext) => Promise<string>][] = [
  [
    "the list of principles",
    async (ctx) => pageOf(PrincipleList, await principlesLoader(loaderArguments(ctx, "/ar/principles", {})), "ar"),
  ],
  [
    "the landing page",
    async (ctx) => {
      const campaign = await getFlagship(ctx, "ar");
      const principles = await listPrinciples(ctx, "ar");
      return pageOf(Landing, { campaign, principles, updates: [], partners: [], count: 0 }, "ar");
    },
  ],
  ["the neighbour before", async (ctx) => principlePage(ctx, "protect-sensitive-data")],
  ["the neighbour behind", async (ctx) => principlePage(ctx, "data-broker-reform")],
  [
    "an article about it",
    async (ctx) => {
      const update = "sample-floor-or-ceiling";
      const asked = loaderArguments(ctx, `/ar/updates/${update}`, { update });
      return pageOf(Article, await updateLoader(asked), "ar");
    },
  ],
];

async function principlePage(ctx: TestContext, principle: string): Promise<string> {
  const asked = loaderArguments(ctx, `/ar/principles/${principle}`, { principle });
  return pageOf(PrinciplePage, await principleLoader(asked), "ar");
}

test.each(pages)("%s leads straight to a principle's address in the reader's language", (_name, htmlIn) =>
  withContext(async (ctx) => {
    await move(ctx);
    const html = await htmlIn(ctx);
    expect(html).toContain(current);
    expect(html).not.toContain(old);
  })(),
);
