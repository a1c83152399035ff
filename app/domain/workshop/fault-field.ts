import type { FieldFault } from "../content/check-fields.server";
import type { TextKind } from "./text-shape";
import { type FieldName, fieldSpecs, partsOf } from "./text-shape";
import type { TypedTexts } from "./typed-texts";

/** A fault beside the field where it was typed. */
export interface TextFault extends Pick<FieldFault, "fault" | "detail"> {
  /** `petition.share.message`, `petition.demands.2`, `campaign.landing.faq.0.answer`; empty where it is the whole. */
  field: string;
}

/** Where on the page a fault of one text belongs: parts of a list that were left empty are not counted there. */
export function faultField(typed: TypedTexts, kind: TextKind, { path, fault, detail }: FieldFault): TextFault {
  const whole = `${kind}.${path}`;
  const spec = fieldSpecs.find(
    ({ name }) => partsOf(name).kind === kind && (whole === name || whole.startsWith(`${name}.`)),
  );
  if (spec === undefined) return { field: "", fault, detail };
  const [index, ...rest] = whole.slice(spec.name.length + 1).split(".");
  if (index === undefined || !/^\d+$/.test(index)) return { field: spec.name, fault, detail };
  const at = filledParts(typed, spec.name)[Number(index)] ?? Number(index);
  const part = rest[0] === "question" || rest[0] === "answer" ? `.${rest[0]}` : "";
  return { field: `${spec.name}.${at}${part}`, fault, detail };
}

/** The places of those parts of a list that say something. */
function filledParts(typed: TypedTexts, name: FieldName): number[] {
  const said =
    typed.lists.get(name) ?? typed.questions.get(name)?.map(({ question, answer }) => `${question}${answer}`) ?? [];
  return said.flatMap((text, at) => (text.trim() === "" ? [] : [at]));
}
