/** Longest text of each field, in characters. The gateways' own limits; see `cwcMessage`. */
export const fieldLimits = { name: 60, address: 100, city: 60, subject: 500, text: 10_000 } as const;

export const personFields = [
  "prefix",
  "firstName",
  "lastName",
  "address1",
  "address2",
  "city",
  "zip",
  "phone",
  "email",
] as const;
export type PersonField = (typeof personFields)[number];
