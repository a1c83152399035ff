import { expect, test } from "vitest";
import { MAX_COMMENT_LENGTH, readPublicChoice } from "~/domain/public-signatures/public-choice";

const read = (fields: { publicName?: string; comment?: string }) =>
  readPublicChoice({ get: (name) => Object.entries(fields).find(([key]) => key === name)?.[1] });

test("a form without the fields, and a box that is not ticked, choose nothing", () => {
  for (const fields of [{}, { publicName: "" }, { publicName: "no" }, { comment: "  \n " }]) {
    expect(read(fields)).toEqual({ values: { showsName: false, comment: "" }, errors: null });
  }
  expect(read({ publicName: "yes", comment: "Privacy first" }).values).toEqual({
    showsName: true,
    comment: "Privacy first",
  });
});

test("a comment is plain text: lines and joiners stay, what can't be seen and turns directions goes", () => {
  expect(read({ comment: " one\r\n\r\n\r\ntwo\t three \u0000\u0007" }).values.comment).toBe("one\ntwo three");
  expect(read({ comment: "\u202egnp.evil\u202c \u2066x\u2069\u200f" }).values.comment).toBe("gnp.evil x");
  expect(read({ comment: "می\u200cخواهم क्\u200dष" }).values.comment).toBe("می\u200cخواهم क्\u200dष");
  expect(read({ comment: "half \ud83d a pair" }).values.comment).toBe("half a pair");
  expect(read({ comment: "<b>bold</b> =1+1" }).values.comment).toBe("<b>bold</b> =1+1");
});

test("a comment may have 500 characters as people count them, and one more is told beside its field", () => {
  const longest = "😀".repeat(MAX_COMMENT_LENGTH);
  expect(read({ comment: longest }).errors).toBeNull();
  const { values, errors } = read({ comment: `${longest}!`, publicName: "yes" });
  expect(errors).toEqual({ comment: "commentTooLong" });
  expect(values).toEqual({ showsName: true, comment: `${longest}!` });
});
