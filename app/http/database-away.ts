/** Codes of the driver, the network and PostgreSQL (appendix A: classes 08, 53, 57P) that say: not now, perhaps soon. */
const awayCodes =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|08|53|57P|57014|58|25006|3D000|42P01)/;

/** Whether an error means that the database can't be reached or is starting, rather than a fault of ours. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && awayCodes.test(cause.code)) return true;
  }
  return false;
}
