/** Codes of PostgreSQL (appendix A) that say: two came at once, try again. */
const conflicts = new Set(["23505", "40001", "40P01"]);
const ATTEMPTS = 4;

/** Does `work`, a whole transaction, again when another one got in its way. */
export async function retryConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !conflicts.has(codeOf(error) ?? "")) throw error;
    }
  }
}

/** The first code in the chain of causes: of PostgreSQL five characters, of the driver or the network a word. */
function codeOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return null;
}

/** Whether PostgreSQL refused the statement for what was in it or for who came at once, rather than being away. */
export function isTryingAgainUseful(error: unknown): boolean {
  return /^(21|22|23|40)[0-9A-Z]{3}$/.test(codeOf(error) ?? "");
}

/**
 * Whether an error of work on several rows may be the fault of one of them: PostgreSQL refused what was in the statement,
 * or a row could not be read, which fails here and without a code.
 */
export function isOfOneRow(error: unknown): boolean {
  return codeOf(error) === null || isTryingAgainUseful(error);
}
