import { stateName } from "./state-names";

/** How a letter names the state or the place that an office speaks for. */
export interface Place {
  /** After a city: `Tucson, Arizona`; `Washington, D.C.` */
  name: string;
  /** Inside a sentence: `the District of Columbia`. */
  inside: string;
  /** False for the District of Columbia and the territories. */
  isState: boolean;
}

const notStates: Readonly<Record<string, { en: Omit<Place, "isState">; es: Omit<Place, "isState"> }>> = {
  AS: same("American Samoa", "Samoa Americana"),
  DC: {
    en: { name: "D.C.", inside: "the District of Columbia" },
    es: { name: "D. C.", inside: "el Distrito de Columbia" },
  },
  GU: same("Guam", "Guam"),
  MP: {
    en: { name: "Northern Mariana Islands", inside: "the Northern Mariana Islands" },
    es: { name: "Islas Marianas del Norte", inside: "las Islas Marianas del Norte" },
  },
  PR: same("Puerto Rico", "Puerto Rico"),
  VI: {
    en: { name: "U.S. Virgin Islands", inside: "the U.S. Virgin Islands" },
    es: { name: "Islas Vírgenes de EE. UU.", inside: "las Islas Vírgenes de EE. UU." },
  },
};

function same(en: string, es: string) {
  return { en: { name: en, inside: en }, es: { name: es, inside: es } };
}

/** States whose names are others in Spanish. */
const spanishNames: Readonly<Record<string, string>> = {
  HI: "Hawái",
  LA: "Luisiana",
  MI: "Míchigan",
  MO: "Misuri",
  MS: "Misisipi",
  NC: "Carolina del Norte",
  ND: "Dakota del Norte",
  NH: "Nuevo Hampshire",
  NJ: "Nueva Jersey",
  NM: "Nuevo México",
  NY: "Nueva York",
  OR: "Oregón",
  PA: "Pensilvania",
  SC: "Carolina del Sur",
  SD: "Dakota del Sur",
  WV: "Virginia Occidental",
};

export function placeOf(state: string, language: "en" | "es"): Place {
  const other = notStates[state]?.[language];
  if (other !== undefined) return { ...other, isState: false };
  const name = (language === "es" ? spanishNames[state] : undefined) ?? stateName(state);
  return { name, inside: name, isState: true };
}
