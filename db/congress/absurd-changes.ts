import type { FactsDifference } from "./compare-facts";
import type { CongressFacts, Lawmaker } from "./facts";
import { FactsError } from "./facts-error";
import { privacyCommittees } from "./privacy-committees";
import { sharesByZip } from "./shares-by-zip";

/** Shares that an honest month never reaches; more of a change is a damaged source until somebody says otherwise. */
export const mostChanges = { membersGone: 0.1, phonesChanged: 0.1, officesLost: 0.1, zipsMoved: 0.1 };

/** The change looks like damage. `reasons` are whole sentences. */
export class AbsurdChangeError extends FactsError {
  constructor(
    readonly difference: FactsDifference,
    readonly reasons: string[],
  ) {
    super(`Nothing was changed. ${reasons.join(" ")} If it is true, run the command again with --force.`);
  }
}

/** Why a change should not be believed, one sentence each; none when it may be. Facts of a new Congress change nothing. */
export function listAbsurdities(difference: FactsDifference): string[] {
  const { before, after, lawmakers } = difference;
  if (before === null) return [];
  const stayed = pairs(before, after);
  const withPhone = stayed.filter(([old]) => old.phone !== null);
  const withOffices = stayed.filter(([old]) => old.localOffices.length > 0);
  const reasons = [
    tooMany("members are gone", lawmakers.left.length, before.lawmakers.length, mostChanges.membersGone),
    tooMany(
      "phone numbers are lost or changed",
      withPhone.filter(([old, now]) => old.phone !== now.phone).length,
      withPhone.length,
      mostChanges.phonesChanged,
    ),
    tooMany(
      "members have lost all their offices at home",
      withOffices.filter(([, now]) => now.localOffices.length === 0).length,
      withOffices.length,
      mostChanges.officesLost,
    ),
    tooManyZips(before, after),
    ...privacyCommittees.map((code) => emptied(code, before, after)),
    after.asOf < before.asOf ? `The facts are of ${after.asOf}, older than those here, of ${before.asOf}.` : null,
  ];
  return reasons.filter((reason) => reason !== null);
}

function pairs(before: CongressFacts, after: CongressFacts): [old: Lawmaker, now: Lawmaker][] {
  const now = new Map(after.lawmakers.map((lawmaker) => [lawmaker.bioguide, lawmaker]));
  return before.lawmakers.flatMap((old): [Lawmaker, Lawmaker][] => {
    const same = now.get(old.bioguide);
    return same === undefined ? [] : [[old, same]];
  });
}

/** A ZIP code has moved when the district with most of its area is another. */
function tooManyZips(before: CongressFacts, after: CongressFacts): string | null {
  const now = sharesByZip(after.zipShares);
  const old = [...sharesByZip(before.zipShares)];
  const moved = old.filter(([zip, [first]]) => {
    const same = now.get(zip)?.[0];
    return same?.state !== first?.state || same?.district !== first?.district;
  });
  return tooMany("ZIP codes are gone or lie in another district", moved.length, old.length, mostChanges.zipsMoved);
}

function emptied(code: string, before: CongressFacts, after: CongressFacts): string | null {
  const seats = ({ lawmakers }: CongressFacts) =>
    lawmakers.filter(({ committees }) => committees.some((seat) => seat.code === code)).length;
  return seats(before) > 0 && seats(after) === 0 ? `All ${seats(before)} members of ${code} are gone.` : null;
}

function tooMany(what: string, some: number, all: number, most: number): string | null {
  if (some <= all * most) return null;
  return `${some} of ${all} ${what}, which is more than ${most * 100} %.`;
}
