import type { Bench } from "./measure-all";
import type { Figure } from "./table";

export async function measureMailAway(_bench: Bench): Promise<Figure[]> {
  return [];
}
