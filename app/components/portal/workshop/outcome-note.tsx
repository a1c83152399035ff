import type { ReactNode } from "react";
import { DoneNote } from "../portal-form";

/** Says what became of a press: `good` quietly, anything else so that nobody overlooks it. */
export function OutcomeNote({ isGood, children }: { isGood: boolean; children: ReactNode }) {
  if (isGood) return <DoneNote>{children}</DoneNote>;
  return (
    <p className="warning-note" role="alert">
      {children}
    </p>
  );
}
