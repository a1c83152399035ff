/**
 * Codes of the driver, the network and PostgreSQL (appendix A) that say: not now, perhaps soon. Classes 08, 53, 57P and 58
 * are a server that is cut off, full, stopping or starting; 25006 is one that may only read, as after a failover; 25P03
 * and 57014 are limits of time; 40001 and 40P01 are two who stood in each other's way; 3D000 and 42P01 are a database
 * that is not prepared yet.
 */
const awayCodes =
  /^(CONNECTION_|CONNECT_TIMEOUT$|E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|NOTFOUND|AI_AGAIN|ADDRNOTAVAIL)$|08|53|57P|57014|58|25006|25P03|40001|40P01|3D000|42P01)/;

/** Whether an error means that the database can't be reached or can't serve now, rather than a fault of ours. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && awayCodes.test(cause.code)) return true;
  }
  return false;
}
