/** Policy areas of the Library of Congress, in the exact words that the schema of CWC 2.0 takes. */
export const cwcTopics = [
  "Agriculture and Food",
  "Animals",
  "Armed Forces and National Security",
  "Arts, Culture, Religion",
  "Civil Rights and Liberties, Minority Issues",
  "Commerce",
  "Congress",
  "Crime and Law Enforcement",
  "Economics and Public Finance",
  "Education",
  "Emergency Management",
  "Energy",
  "Environmental Protection",
  "Families",
  "Finance and Financial Sector",
  "Foreign Trade and International Finance",
  "Government Operations and Politics",
  "Health",
  "Housing and Community Development",
  "Immigration",
  "International Affairs",
  "Labor and Employment",
  "Law",
  "Native Americans",
  "Public Lands and Natural Resources",
  "Science, Technology, Communications",
  "Social Sciences and History",
  "Social Welfare",
  "Sports and Recreation",
  "Taxation",
  "Transportation and Public Works",
  "Water Resources Development",
] as const;

/** How bills are written, by chamber: the Senate's grammar has no last point in `H.Con.Res`. */
const billTypes = [
  { senate: "H.R.", house: "hr" },
  { senate: "S.", house: "s" },
  { senate: "H.Res.", house: "hres" },
  { senate: "S.Res.", house: "sres" },
  { senate: "H.J.Res.", house: "hjres" },
  { senate: "S.J.Res.", house: "sjres" },
  { senate: "H.Con.Res", house: "hconres" },
  { senate: "S.Con.Res.", house: "sconres" },
  { senate: "H.Amdt.", house: "hamdt" },
  { senate: "S.Amdt.", house: "samdt" },
] as const;

export const senateBillTypes = billTypes.map(({ senate }) => senate);
export const houseBillTypes = billTypes.map(({ house }) => house);
export type SenateBillType = (typeof billTypes)[number]["senate"];

/** The kind of a bill as a chamber writes it. */
export function billTypeFor(chamber: "house" | "senate", type: SenateBillType) {
  return billTypes.find(({ senate }) => senate === type)?.[chamber] ?? type;
}
