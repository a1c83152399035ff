/** A program that the tests need is not on this machine and can't be put there. The message is one sentence. */
export class MissingToolError extends Error {
  constructor(what: string, why: string) {
    super(`${what} was not found and could not be installed: ${why}.`);
    this.name = "MissingToolError";
  }
}
