/** Codes of PostgreSQL (appendix A) that say: two came at once, try again. */
const conflicts = new Set(["23505", "40001", "40P01"]);
const ATTEMPTS = 4;

/** Does `work`, a whole transaction, again when another one got in its way. */
export async function retryConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return conflicts.has(sqlState(error) ?? "");
}

/** PostgreSQL's five-character code of an error, wherever in the chain of causes it stands. */
function sqlState(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code;
  }
  return null;
}

/** Whether PostgreSQL refused the statement for what was in it or for who came at once, rather than being away. */
export function isTryingAgainUseful(error: unknown): boolean {
  return /^(21|22|23|40)/.test(sqlState(error) ?? "");
}
