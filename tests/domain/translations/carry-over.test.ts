import { expect, test } from "vitest";
import { carryOver } from "~/domain/translations/carry-over";

/** What goes with each path of `source`; outdated texts stand in brackets. */
function carried(source: unknown, earlier: { source: unknown; translation: unknown }) {
  const found = carryOver(source, earlier);
  return Object.fromEntries([...found].map(([path, { text, isOutdated }]) => [path, isOutdated ? `[${text}]` : text]));
}

const before = { title: "Less", tips: ["one", "two", "three"] };
const translation = { title: "Menos", tips: ["uno", "dos", "tres"] };

test("a text that is put in between leaves the others their translations", () => {
  const source = { title: "Less data", tips: ["zero", "one", "two", "three"] };
  expect(carried(source, { source: before, translation })).toEqual({
    ...{ title: "[Menos]", "tips.1": "uno", "tips.2": "dos", "tips.3": "tres" },
  });
});

test("a text that goes takes its translation along, and one that moves keeps it", () => {
  expect(carried({ ...before, tips: ["three", "one"] }, { source: before, translation })).toEqual({
    ...{ title: "Menos", "tips.0": "tres", "tips.1": "uno" },
  });
});

test("as many new words in one place as there were before are these, changed", () => {
  expect(carried({ ...before, tips: ["one", "other", "three"] }, { source: before, translation })).toMatchObject({
    ...{ "tips.0": "uno", "tips.1": "[dos]", "tips.2": "tres" },
  });
  expect(carried({ ...before, tips: ["one", "x", "y", "three"] }, { source: before, translation })).toEqual({
    ...{ title: "Menos", "tips.0": "uno", "tips.3": "tres" },
  });
});

test("questions are found again by their id, or by what stayed of them", () => {
  const faq = (...texts: [id: string, question: string][]) => texts.map(([id, question]) => ({ id, question }));
  expect(
    carried(faq(["b", "B?"], ["a", "A!"]), {
      source: faq(["a", "A?"], ["b", "B?"]),
      translation: faq(["a", "¿A?"], ["b", "¿B?"]),
    }),
  ).toEqual({ "0.id": "b", "0.question": "¿B?", "1.id": "a", "1.question": "[¿A?]" });
  expect(carried(faq(["c", "C?"]), { source: faq(["a", "C?"]), translation: faq(["a", "¿C?"]) })).toEqual({});

  const asked = (question: string, answer: string) => ({ question, answer });
  expect(
    carried([asked("New?", "New."), asked("Old?", "Changed.")], {
      source: [asked("Old?", "Old.")],
      translation: [asked("¿Viejo?", "Viejo.")],
    }),
  ).toEqual({ "1.question": "¿Viejo?", "1.answer": "[Viejo.]" });
});

test("a translation of another shape is carried as far as it goes", () => {
  expect(carried(before, { source: before, translation: { title: null, tips: ["uno"] } })).toEqual({ "tips.0": "uno" });
  expect(carried(before, { source: null, translation })).toEqual({});
});
