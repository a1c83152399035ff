/** The name by which a House seat is known in addresses and files: CA-11, AK-0 for a state at large. */
export function districtName({ state, district }: { state: string; district: number }): string {
  return `${state}-${district}`;
}
