import { DomainError } from "~/domain/errors";
import { errorFacts } from "~/services/log.server";
import { isDatabaseAway } from "./database-away";
import { errorStatus } from "./faults";
import type { LoadContext } from "./load-context";

/** Runs an API route's work and turns what stops it into the contract's error: `{ error: { code, message } }`. */
export async function forApi(context: LoadContext, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError)
      return apiError(errorStatus[error.code], kebab(error.code), messageOf(context, error.code));
    const isAway = isDatabaseAway(error);
    if (!isAway) context.log.error("fault in the api", errorFacts(error));
    const code = isAway ? "databaseAway" : "fault";
    return apiError(errorStatus[code], kebab(code), messageOf(context, code));
  }
}

export function apiError(status: number, code: string, message: string): Response {
  const retry: Record<string, string> = status === 503 ? { "Retry-After": "10" } : {};
  return Response.json(
    { error: { code, message } },
    { status, headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store", ...retry } },
  );
}

function messageOf(context: LoadContext, code: "databaseAway" | "fault" | DomainError["code"]): string {
  return context.translator("en").t(`errors:${code}.title`);
}

const kebab = (code: string) => code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
