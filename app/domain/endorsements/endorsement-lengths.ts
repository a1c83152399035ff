/** Longest texts of an endorsement, in characters (code points). */
export const endorsementLengths = { name: 120, affiliation: 120, role: 120, sentence: 300, website: 200 } as const;
