import type { IncomingMessage } from "node:http";
import type { FaultCode } from "./faults";

const refused = new WeakMap<IncomingMessage, FaultCode>();

/** Lets the framework show the page of a fault without doing the work once more: that would make matters worse. */
export function refuseInFront(request: IncomingMessage, fault: FaultCode): void {
  refused.set(request, fault);
}

export function refusalInFront(request: IncomingMessage): FaultCode | null {
  return refused.get(request) ?? null;
}
