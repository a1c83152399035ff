import type { ComponentPropsWithoutRef } from "react";
import { FieldTexts, fieldAttributes } from "../field";

interface Props extends ComponentPropsWithoutRef<"select"> {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly { value: string; label: string }[];
}

/** A choice with its label, hint and error. */
export function SelectField({ label, hint, error, options, ...select }: Props) {
  return (
    <div className={error ? "field field--faulty" : "field"}>
      <FieldTexts id={select.id} label={label} hint={hint} error={error} />
      <select name={select.id} {...select} {...fieldAttributes({ id: select.id, hint, error })}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
