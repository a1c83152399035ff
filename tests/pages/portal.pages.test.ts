import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect } from "vitest";
import { readLocale } from "~locales/read-words";
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

const folder = fileURLToPath(new URL("../../locales", import.meta.url));

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
    faults.push(...findRawKeys(ownWords(texts)).map((fault) => `${path}: ${fault}`));
  });
  const names = namesIn([...english.values()].flat());
  await speakSpanish(visitor);
  await page.setViewportSize(firstWindow);
  await walkPortal(page, start, async (path) => {
    const { texts, lang, moving } = await readPage(page);
    const found = [
      ...(lang === "es" ? [] : [`in ${lang}`]),
      ...moving.map((one) => `moves: ${one}`),
      ...findRawKeys(ownWords(texts)),
      ...findEnglish(
        texts.filter(({ words, at }) => !names(words) && (!at.startsWith("<option") || isSentence(words))),
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

/** Without names, and without what writers of texts are told to keep as it is. */
function ownWords(texts: readonly PageText[]): PageText[] {
  return texts
    .filter(({ isName }) => !isName)
    .map((text) => ({ ...text, words: text.words.replaceAll(/\{\{(url|partner)\}\}/g, "") }));
}

const sentences = new Set([...readLocale(folder, "en").values()].flatMap(valuesOf));

/** Whether it is one of ours to translate; most lists to choose from hold places, people and time zones. */
function isSentence(words: string): boolean {
  return sentences.has(words);
}

function valuesOf(words: unknown): string[] {
  if (typeof words === "string") return [words];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(valuesOf) : [];
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
