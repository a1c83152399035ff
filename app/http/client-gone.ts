import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether nobody is there any more to be answered, because the connection ended in the middle of the request or after it. */
export function isClientGone(request: IncomingMessage, response: ServerResponse): boolean {
  // A request that was read to its end is destroyed as well.
  return response.destroyed || (request.destroyed && !request.complete);
}
