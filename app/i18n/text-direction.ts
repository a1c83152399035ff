export type TextDirection = "ltr" | "rtl";

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

/** The direction in which the script of a locale runs. */
export function textDirection(locale: string): TextDirection {
  return rightToLeft.has(locale.split("-", 1)[0] ?? locale) ? "rtl" : "ltr";
}
