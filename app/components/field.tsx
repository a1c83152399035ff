import type { ComponentPropsWithoutRef } from "react";

interface FieldText {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** What ties a control to its hint and its error, for those who hear the page. */
export function fieldAttributes({ id, hint, error }: Pick<FieldText, "id" | "hint" | "error">) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? ("true" as const) : undefined,
  };
}

export function FieldTexts({ id, label, hint, error }: FieldText) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** A text field with its label, hint and error. */
export function TextField({ label, hint, error, ...input }: FieldText & ComponentPropsWithoutRef<"input">) {
  return (
    <div className={error ? "field field--faulty" : "field"}>
      <FieldTexts id={input.id} label={label} hint={hint} error={error} />
      <input name={input.id} {...input} {...fieldAttributes({ id: input.id, hint, error })} />
    </div>
  );
}
