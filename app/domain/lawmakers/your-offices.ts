import { formatDistrict } from "./district";
import type { Office } from "./find-office";
import type { YourLawmakers } from "./find-your-lawmakers";

/** The offices that are sure, in the order in which they are shown; a vacant seat is one of them. */
export function listYourOffices(yours: YourLawmakers): Office[] {
  const { congress } = yours.facts;
  const senators = "senators" in yours ? yours.senators : [];
  const offices: Office[] = senators.map((lawmaker) => ({
    congress,
    office: lawmaker.bioguide,
    state: lawmaker.state,
    district: null,
    lawmaker,
  }));
  if (yours.step === "offices") {
    const { state, district, lawmaker } = yours.house;
    offices.push({
      congress,
      office: lawmaker?.bioguide ?? formatDistrict({ state, district }),
      state,
      district,
      lawmaker,
    });
  }
  return offices;
}
