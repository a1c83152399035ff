import { randomBytes } from "node:crypto";
import { data } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { errorFacts } from "~/services/log.server";
import { errorStatus, type PageError } from "./faults";
import type { LoadContext } from "./load-context";
import { reasonToWait } from "./reason-to-wait";

/**
 * Runs a route's work and turns what stops it into the error page with the right status. A fault is logged
 * once, under a short reference that the page shows too.
 */
export async function answer<T>(context: LoadContext, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asResponse(context, error);
  }
}

/** What {@link answer} throws; responses and errors that are pages already pass as they are. */
function asResponse(context: LoadContext, error: unknown) {
  if (error instanceof DomainError) return pageError({ code: error.code });
  const reason = reasonToWait(error);
  if (reason !== null) {
    context.log.warn(reason === "tooBusy" ? "too busy" : "database away", errorFacts(error));
    return pageError({ code: reason });
  }
  if (!(error instanceof Error)) return error;
  const reference = randomBytes(4).toString("hex");
  context.log.error("fault", { reference, ...errorFacts(error) });
  return pageError({ code: "fault", reference });
}

/** An error page as something to throw. */
export function pageError(error: PageError) {
  return data(error, { status: errorStatus[error.code] });
}
