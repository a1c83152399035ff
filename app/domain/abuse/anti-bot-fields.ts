/** Fields of the sign form beside those of the contract. A plain form post carries them too. */
export const antiBotFields = {
  /** Hidden from people and left empty. Robots like to comment, and no browser fills it in by itself. */
  honeypot: "comments",
  /** When the form was made, signed. */
  stamp: "stamp",
  /** A solved challenge, while the petition is under attack. */
  proof: "proof",
} as const;
