import { describe, expect, test } from "vitest";
import { textsIn } from "~/domain/content/text-fields";
import { editList, readListEdit } from "~/domain/workshop/edit-list";
import { fieldSpecs, partsOf, textGroups } from "~/domain/workshop/text-shape";
import { fieldsOf } from "~/domain/workshop/typed-fields";
import { differingFields, readTypedTexts, typedTextsOf } from "~/domain/workshop/typed-texts";
import { campaignContent } from "~db/schema/content/campaign-content";
import { petitionContent } from "~db/schema/content/petition-content";
import { campaignFile } from "~db/seed/campaign-file";
import { petitionFile } from "~db/seed/petition-file";
import { readContent } from "~db/seed/read-content";

const flagship = {
  petition: readContent("petition.en.json", petitionFile).content,
  campaign: readContent("campaign.en.json", campaignFile).content,
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe("The editor's fields", () => {
  test("hold every text of a campaign with a landing page: none is lost on the way through a form", () => {
    const typed = typedTextsOf(flagship, true);
    const fields = fieldsOf(typed);
    expect(petitionContent.parse(fields.petition)).toEqual(petitionContent.parse(flagship.petition));
    expect(campaignContent.parse(fields.campaign)).toEqual(campaignContent.parse(flagship.campaign));

    const sent: Record<string, string> = {};
    for (const [kind, content] of Object.entries(fields)) {
      for (const { path, text } of textsIn(content)) sent[`${kind}.${path}`] = text;
    }
    expect(fieldsOf(readTypedTexts(formOf(sent), true))).toEqual(fields);
  });

  test("stand each in one group of the page", () => {
    const names = textGroups.flatMap(({ fields }): string[] => [...fields]);
    expect(new Set(names).size).toBe(names.length);
    expect(fieldSpecs.map(({ name }) => name)).toEqual(names);
    expect(partsOf("campaign.seo.title")).toEqual({ kind: "campaign", path: ["seo", "title"] });
  });

  test("leave out empty parts of lists, an empty text for the picture and what the form cannot name", () => {
    const typed = readTypedTexts(
      formOf({
        "petition.title": "A title\r\nwith a line\0",
        "petition.statement.3": "third",
        "petition.statement.0": "first",
        "petition.statement.1": "  ",
        "petition.demands.0": "",
        "campaign.imageAlt": " ",
        "petition.__proto__.polluted": "yes",
        "petition.other": "yes",
      }),
      false,
    );
    const { petition, campaign } = fieldsOf(typed);
    expect(petition).toMatchObject({ title: "A title\nwith a line", statement: ["first", "third"], demands: [] });
    expect(Object.keys(petition).sort()).toEqual(["addressedTo", "demands", "share", "statement", "summary", "title"]);
    expect(campaign).toEqual({ name: "", seo: { title: "", description: "" }, landing: null });
    expect(fieldsOf(typed, true).petition.statement).toEqual(["first", "  ", "third"]);
    expect(Object.keys({})).not.toContain("polluted");
  });
});

describe("A list", () => {
  const three = readTypedTexts(
    formOf({ "petition.statement.0": "a", "petition.statement.1": "b", "petition.statement.2": "c" }),
    false,
  );
  const after = (value: string) => {
    const edit = readListEdit(value);
    if (edit === null) throw new Error(`${value} is no edit.`);
    const { typed, focus } = editList(three, edit);
    return { list: typed.lists.get("petition.statement"), focus };
  };

  test.each([
    ["add:petition.statement", ["a", "b", "c", ""], "petition.statement.3"],
    ["remove:petition.statement:1", ["a", "c"], "petition.statement.1"],
    ["remove:petition.statement:2", ["a", "b"], "petition.statement.1"],
    ["up:petition.statement:2", ["a", "c", "b"], "petition.statement.1"],
    ["down:petition.statement:0", ["b", "a", "c"], "petition.statement.1"],
    ["up:petition.statement:0", ["a", "b", "c"], "petition.statement.0"],
    ["down:petition.statement:2", ["a", "b", "c"], "petition.statement.2"],
    ["remove:petition.statement:9", ["a", "b", "c"], "petition.statement.2"],
  ])("after %s", (value, list, focus) => {
    expect(after(value)).toEqual({ list, focus });
  });

  test.each(["", "add", "add:petition.title", "drop:petition.statement:1", "up:petition.statement", "up:x:1"])(
    "is not changed by “%s”",
    (value) => expect(readListEdit(value)).toBeNull(),
  );

  test("of questions gives a new one a name of its own", () => {
    const typed = typedTextsOf(flagship, true);
    const { typed: more } = editList(typed, { deed: "add", list: "campaign.landing.faq" });
    const questions = more.questions.get("campaign.landing.faq") ?? [];
    const filled = questions.map((one) => (one.id === "" ? { ...one, question: "Why?", answer: "Because." } : one));
    const { landing } = fieldsOf({ ...more, questions: new Map([["campaign.landing.faq", filled]]) }).campaign;
    expect(landing).toMatchObject({
      faq: expect.arrayContaining([{ id: "question-1", question: "Why?", answer: "Because." }]),
    });
    expect(differingFields(typed, more, "campaign")).toEqual(["campaign.landing.faq"]);
    expect(differingFields(typed, more, "petition")).toEqual([]);
  });
});
