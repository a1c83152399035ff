import { load, medianOf } from "./load";
import { CAMPAIGN } from "./measure-all";
import { signerForms } from "./signers";
import { startSite } from "./site";
import type { Figure } from "./table";

/** Signing on the embedded database, as a newcomer has it. */
export async function measureEmbedded(): Promise<Figure[]> {
  const site = await startSite({});
  try {
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      const { form, next } = signerForms(`embedded${round}`);
      const url = `${site.origin}/en/campaigns/${CAMPAIGN}`;
      rounds.push(await load({ url, method: "POST", headers: form, next, seconds: 3, wants: 303 }));
    }
    const figures = medianOf(rounds);
    const ratio = { to: "150 a second", of: figures.rate / 150, goal: 1 };
    return [{ letter: "j", what: "sign over HTTP on the embedded database", ...figures, ratio }];
  } finally {
    await site.stop();
  }
}
