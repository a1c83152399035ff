import postgres from "postgres";
import { confirmationLinks } from "./confirmation-links";
import { type LoadFigures, load, medianOf } from "./load";
import { type Bench, CAMPAIGN } from "./measure-all";
import { multipartSignerForms, signerForms } from "./signers";
import { signStraight } from "./straight-sign";
import type { Figure } from "./table";

/** (d) the sign transaction straight through the driver, (e) signing and (f) confirming over HTTP. */
export async function measureSigning({ databaseUrl, site, seconds, rounds }: Bench): Promise<Figure[]> {
  const petition = await findPetition(databaseUrl);
  const url = `${site.origin}/en/campaigns/${CAMPAIGN}`;
  const straight: LoadFigures[] = [];
  const signed: LoadFigures[] = [];
  const bySlowPath: LoadFigures[] = [];
  const confirmed: LoadFigures[] = [];
  const confirmedSlowly: LoadFigures[] = [];
  for (let round = 0; round < rounds; round++) {
    straight.push(await signStraight(databaseUrl, petition.campaignId, petition.id, seconds));
    const lean = signerForms(`e${round}`);
    signed.push(await load({ url, method: "POST", headers: lean.form, next: lean.next, seconds, wants: 303 }));
    const slow = multipartSignerForms(`f${round}`);
    bySlowPath.push(await load({ url, method: "POST", headers: slow.form, next: slow.next, seconds, wants: 303 }));

    const links = await confirmationLinks(databaseUrl, site.vault, 6_000 * seconds);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const next = () => ({ path: `/en/confirm/${links.pop() ?? "none"}`, body: "intent=confirm" });
    confirmed.push(
      await load({
        url: site.origin,
        method: "POST",
        headers: form,
        next,
        amount: Math.floor(links.length * 0.8),
        seconds,
        wants: 303,
      }),
    );
    const multipart = { "content-type": "multipart/form-data; boundary=x" };
    const nextSlow = () => ({ ...next(), body: "--x--\r\n" });
    confirmedSlowly.push(
      await load({
        url: site.origin,
        method: "POST",
        headers: multipart,
        next: nextSlow,
        amount: Math.min(500 * seconds, links.length),
        seconds,
        wants: 303,
      }),
    );
  }
  const ceiling = medianOf(straight);
  const toStraight = ({ rate }: LoadFigures, goal?: number) => ({
    to: "d",
    of: rate / ceiling.rate,
    ...(goal !== undefined && { goal }),
  });
  const [sign, slowSign, confirm, slowConfirm] = [signed, bySlowPath, confirmed, confirmedSlowly].map(medianOf);
  if (!sign || !slowSign || !confirm || !slowConfirm) throw new Error("Nothing was measured.");
  return [
    { letter: "d", what: "sign transaction straight through the driver", ...ceiling },
    { letter: "e", what: "sign over HTTP", ...sign, ratio: toStraight(sign, 0.6) },
    { letter: "e'", what: "sign over HTTP, through the framework", ...slowSign, ratio: toStraight(slowSign) },
    { letter: "f", what: "confirm over HTTP", ...confirm, ratio: toStraight(confirm) },
    { letter: "f'", what: "confirm over HTTP, through the framework", ...slowConfirm, ratio: toStraight(slowConfirm) },
  ];
}

/** The petition of the campaign that is measured. */
export async function findPetition(databaseUrl: string): Promise<{ id: string; campaignId: string }> {
  const sql = postgres(databaseUrl, { max: 1 });
  const [row] = await sql<{ id: string; campaignId: string }[]>`
    select p.id, p.campaign_id as "campaignId" from petitions p join campaigns c on c.id = p.campaign_id where c.slug = ${CAMPAIGN}`;
  await sql.end();
  if (!row) throw new Error("The campaign is not there.");
  return row;
}
