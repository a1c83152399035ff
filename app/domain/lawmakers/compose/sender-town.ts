/** `Tucson, AZ 85701`, as far as it is known. */
export function senderTown(city: string, state: string, zip: string): string {
  return [city === "" ? state : `${city.slice(0, 100)}, ${state}`, zip.slice(0, 10)].join(" ").trim();
}
