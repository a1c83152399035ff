/** An answer that needs no more than to be sent. */
export interface ReadyAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A public JSON answer that anybody between here and the reader may keep as `cacheControl` says. */
export function readyJson(body: unknown, cacheControl: string): ReadyAnswer {
  return { status: 200, headers: headersFor(cacheControl), body: JSON.stringify(body) };
}

/** The contract's error: `{ error: { code, message } }`. */
export function readyError(status: number, code: string, message: string): ReadyAnswer {
  const retry: Record<string, string> = status === 503 ? { "Retry-After": "10" } : {};
  return {
    status,
    headers: { ...headersFor("no-store"), ...retry },
    body: JSON.stringify({ error: { code, message } }),
  };
}

export const noSuchCampaign = (): ReadyAnswer =>
  readyError(404, "campaign-not-found", "There is no campaign at this address.");

/** Nothing was read since this process started, because the database is away. */
export const nothingReadYet = (): ReadyAnswer =>
  readyError(503, "database-away", "Our database cannot be reached at the moment. Please try again in a few seconds.");

export const toResponse = ({ body, ...head }: ReadyAnswer): Response => new Response(body, head);

function headersFor(cacheControl: string): Record<string, string> {
  return {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": cacheControl,
    "Content-Type": "application/json; charset=utf-8",
  };
}
