/** Facts that can't be read or must not be believed. The message is one sentence for whoever imports them. */
export class FactsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FactsError";
  }
}
