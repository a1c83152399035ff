import type { ComponentPropsWithoutRef } from "react";
import { FieldTexts, fieldAttributes } from "../../field";

interface Props extends ComponentPropsWithoutRef<"textarea"> {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Several lines of text with their label, hint and error. */
export function TextBox({ label, hint, error, ...box }: Props) {
  return (
    <div className={error ? "field field--faulty" : "field"}>
      <FieldTexts id={box.id} label={label} hint={hint} error={error} />
      <textarea name={box.id} rows={3} dir="auto" {...box} {...fieldAttributes({ id: box.id, hint, error })} />
    </div>
  );
}
