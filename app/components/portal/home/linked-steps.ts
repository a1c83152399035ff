import type { Permission } from "~/domain/access/permissions";
import { navPlaces } from "../portal-nav";

interface Placed {
  place: string;
  path?: string;
}

/**
 * Steps with the addresses at which they are done. One whose place is not there, or not for this person, is left out: it
 * would lead nowhere.
 * @param base `/portal/{organization}`
 */
export function linkedSteps<Step extends Placed, WayStep extends Placed>(
  { steps, way }: { steps: readonly Step[]; way: readonly WayStep[] | null },
  base: string,
  may: (permission: Permission) => boolean,
) {
  const hrefOf = ({ place, path }: Placed): string | null => {
    if (place === "account") return "/portal/account";
    const found = navPlaces.find(({ key }) => key === place);
    return found === undefined || !may(found.needs) ? null : `${base}${path ?? found.path}`;
  };
  const link = <One extends Placed>(all: readonly One[]) =>
    all.flatMap((one) => {
      const href = hrefOf(one);
      return href === null ? [] : [{ ...one, href }];
    });
  return { steps: link(steps), way: way && link(way) };
}
