/** What staff asked for can't be done. The message says why, in words for them. */
export class OfficesError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OfficesError";
  }
}
