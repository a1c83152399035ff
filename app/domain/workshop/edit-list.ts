import { type ListName, listNamed } from "./text-shape";
import { MOST_PARTS, type TypedTexts } from "./typed-texts";

/** What somebody wants done with a list. */
export type ListEdit =
  | { deed: "add"; list: ListName }
  | { deed: "remove" | "up" | "down"; list: ListName; index: number };

/** @returns where the writer goes on: the id of a field */
export function editList(typed: TypedTexts, edit: ListEdit): { typed: TypedTexts; focus: string } {
  const isQuestions = typed.questions.has(edit.list);
  const change = <T>(parts: readonly T[], empty: T): { parts: T[]; at: number } => {
    if (edit.deed === "add") {
      const room = parts.length < MOST_PARTS;
      return { parts: room ? [...parts, empty] : [...parts], at: room ? parts.length : parts.length - 1 };
    }
    const { index } = edit;
    const part = parts[index];
    if (part === undefined) return { parts: [...parts], at: Math.max(0, parts.length - 1) };
    const rest = parts.filter((_, at) => at !== index);
    if (edit.deed === "remove") return { parts: rest, at: Math.max(0, Math.min(index, rest.length - 1)) };
    const to = Math.max(0, Math.min(rest.length, edit.deed === "up" ? index - 1 : index + 1));
    return { parts: [...rest.slice(0, to), part, ...rest.slice(to)], at: to };
  };
  if (isQuestions) {
    const { parts, at } = change(typed.questions.get(edit.list) ?? [], { id: "", question: "", answer: "" });
    const questions = new Map(typed.questions).set(edit.list, parts);
    return { typed: { ...typed, questions }, focus: parts.length === 0 ? edit.list : `${edit.list}.${at}.question` };
  }
  const { parts, at } = change(typed.lists.get(edit.list) ?? [], "");
  const lists = new Map(typed.lists).set(edit.list, parts);
  return { typed: { ...typed, lists }, focus: parts.length === 0 ? edit.list : `${edit.list}.${at}` };
}

/** What a button of a list says: `add:petition.demands`, `up:petition.demands:2`. @returns null for what is none */
export function readListEdit(value: string): ListEdit | null {
  const [deed, name = "", at] = value.split(":");
  const list = listNamed(name);
  if (list === null) return null;
  if (deed === "add") return { deed, list };
  const index = /^\d{1,3}$/.test(at ?? "") ? Number(at) : null;
  return index !== null && (deed === "remove" || deed === "up" || deed === "down") ? { deed, list, index } : null;
}
