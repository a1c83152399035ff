import type { ScriptPart } from "~/domain/lawmakers/call-script";

/** A text to be spoken; what only the caller knows stands in brackets until a script fills it in. */
export function ScriptParts({ parts }: { parts: ScriptPart[] }) {
  return (
    <>
      {parts.map(({ text, slot }, position) =>
        slot === null ? (
          text
        ) : (
          <span key={`${slot}-${position}`} className="script__slot" data-slot={slot} data-open={text}>
            {text}
          </span>
        ),
      )}
    </>
  );
}
