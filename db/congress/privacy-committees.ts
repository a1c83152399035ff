/**
 * The committees to which a federal privacy law goes; seats on any other are of no use to the letters and are left
 * out. House Energy and Commerce has consumer protection and interstate communications (Rules of the House, X.1(f)),
 * House Judiciary civil liberties and the courts (X.1(l)); the Senate's Rule XXV.1 gives the same to Commerce,
 * Science, and Transportation and to the Judiciary. Codes as unitedstates/congress-legislators writes them; a
 * subcommittee adds two digits.
 */
export const privacyCommittees = ["HSIF", "HSJU", "SSCM", "SSJU"] as const;

/** Whether a code is that of one of them, or of one of their subcommittees. */
export function isPrivacyCommittee(code: string): boolean {
  return privacyCommittees.some((committee) => code.startsWith(committee) && /^(\d{2})?$/.test(code.slice(4)));
}
