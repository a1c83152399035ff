import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

const schema = readFileSync(new URL("./cwc.xsd", import.meta.url), "utf8");

/** What libxml finds wrong in a message by the schema of the tests; nothing when it is valid. */
export async function cwcFaults(xml: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: { fileName: "message.xml", contents: xml },
    schema: { fileName: "cwc.xsd", contents: schema },
  });
  if (valid) return [];
  return errors.length > 0 ? errors.map(({ message }) => message) : ["invalid"];
}
