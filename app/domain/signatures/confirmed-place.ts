import { territoriesWithSeat } from "./zip-countries";

/** Where a ZIP code lies, as far as it says so by itself. */
export type LocateZip = (zip: string) => { state: string | null; district: number | null };

/** A signer's state and district of the United States, where they are known. */
export interface ConfirmedPlace {
  usState: string | null;
  usDistrict: number | null;
}

/** Finds the district of a form: by its ZIP code, else as it was known, else by a territory that has one seat. */
export function confirmedPlace(
  form: { postalCode: string | null; country: string } & ConfirmedPlace,
  locateZip: LocateZip,
): ConfirmedPlace {
  if (form.postalCode !== null) {
    const { state, district } = locateZip(form.postalCode);
    if (state !== null) return { usState: state, usDistrict: district };
  }
  if (form.usState !== null) return { usState: form.usState, usDistrict: form.usDistrict };
  const territory = territoriesWithSeat.find((code) => code === form.country);
  return territory ? { usState: territory, usDistrict: 0 } : { usState: null, usDistrict: null };
}
