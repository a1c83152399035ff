/** Fields of a form of the desk are named by this and the path of their text. */
const PREFIX = "text.";

/** The texts of a form by their paths. Browsers send line ends as two signs, and PostgreSQL refuses a text with a NUL. */
export function readTexts(form: FormData): Map<string, string> {
  return new Map(
    [...form].flatMap(([name, value]) =>
      name.startsWith(PREFIX) && typeof value === "string"
        ? [[name.slice(PREFIX.length), value.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "")] as const]
        : [],
    ),
  );
}
