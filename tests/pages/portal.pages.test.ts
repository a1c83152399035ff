import { beforeAll, describe, expect } from "vitest";
import {
  acceptAgreement,
  acceptInvitation,
  ensureHostOwner,
  hostOwner,
  publishAgreement,
  signInByMail,
} from "../journeys/portal-people";
import { wordsIn } from "../journeys/words";
import { journeyOfMany, startProduct, theServer, type Visitor } from "../support/journey";
import { firstWindow, lookAtPage } from "./look-at-page";
import { findEnglish } from "./other-languages";
import { findRawKeys } from "./raw-keys";
import { type PageText, readPage } from "./read-page";
import { walkPortal } from "./walk-portal";

startProduct();
beforeAll(() => ensureHostOwner(theServer()));

const portal = { javaScript: true, signsIn: true } as const;
const MINUTES = 60_000;
const partner = "mto-data-rights-sample";

describe("Every page of the portal can be used by everybody, in both of its languages", () => {
  journeyOfMany(
    "by a partner's owner",
    async (meet) => {
      const [ada, amina] = [await meet(portal), await meet(portal)];
      await signInByMail(ada, hostOwner);
      await publishAgreement(ada);
      await inviteOwner(ada, "amina@example.org");
      await acceptInvitation(amina, "amina@example.org", "Amina Wanjiku");
      await acceptAgreement(amina, `/portal/${partner}`);
      await lookAtEach(amina, `/portal/${partner}`);
    },
    8 * MINUTES,
  );

  // Last: from then on the host's owner reads Spanish.
  journeyOfMany(
    "by the host's owner",
    async (meet) => {
      const ada = await meet(portal);
      await signInByMail(ada, hostOwner);
      await lookAtEach(ada, "/portal/host");
    },
    8 * MINUTES,
  );
});

async function lookAtEach(visitor: Visitor, start: string) {
  const { page } = visitor;
  const english = new Map<string, PageText[]>();
  const faults: string[] = [];
  await walkPortal(page, start, async (path) => {
    const { texts } = await readPage(page);
    english.set(path, texts);
    faults.push(...findRawKeys(texts.filter(({ isName }) => !isName)).map((fault) => `${path}: ${fault}`));
  });
  const names = namesIn([...english.values()].flat());
  await speakSpanish(visitor);
  await page.setViewportSize(firstWindow);
  await walkPortal(page, start, async (path) => {
    const { texts, lang, moving } = await readPage(page);
    const found = [
      ...(lang === "es" ? [] : [`in ${lang}`]),
      ...moving.map((one) => `moves: ${one}`),
      ...findRawKeys(texts.filter(({ isName }) => !isName)),
      ...findEnglish(
        texts.filter(({ words }) => !names(words)),
        english.get(path) ?? [],
        "es",
      ),
      ...(await lookAtPage(page)),
    ];
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  });
  console.log(`Looked at ${english.size} pages of ${start}: ${[...english.keys()].join(" ")}`);
  expect(faults).toEqual([]);
}

/** Names of campaigns and organizations also stand where nothing can mark them: in lists to choose from, and cut short. */
function namesIn(texts: readonly PageText[]): (words: string) => boolean {
  const names = [...new Set(texts.filter(({ isName }) => isName).map(({ words }) => words))];
  return (words) => {
    const [first = ""] = words.split(" · ");
    return names.some((name) => name === first || (first.endsWith("…") && name.startsWith(first.slice(0, -1))));
  };
}

async function speakSpanish({ page, open }: Visitor) {
  const t = wordsIn("en");
  await open("/portal/account");
  await page.getByLabel(t("portal:account.language"), { exact: true }).selectOption("es");
  await page.getByRole("button", { name: t("portal:account.save"), exact: true }).click();
  await page.getByText(wordsIn("es")("portal:account.outcomes.saved")).waitFor();
}

async function inviteOwner({ page, open }: Visitor, email: string) {
  const t = wordsIn("en");
  await open("/portal/host/partners");
  const card = page.locator("li.portal-card", { hasText: partner });
  await card.locator("summary").click();
  await card.getByLabel(t("portal:partners.ownerEmail"), { exact: true }).fill(email);
  await card.getByRole("button", { name: t("portal:partners.inviteOwner"), exact: true }).click();
  await page.getByText(t("portal:partners.outcomes.invited")).waitFor();
}
