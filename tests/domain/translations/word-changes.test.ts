import { expect, test } from "vitest";
import { wordChanges } from "~/domain/translations/word-changes";

const marked = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ what, text }) => (what === "kept" ? text : what === "gone" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

test.each([
  ["Switch them off.", "Switch all off.", "Switch [-them-]{+all+} off."],
  ["Same", "Same", "Same"],
  ["", "New", "{+New+}"],
  ["Old", "", "[-Old-]"],
  ["One.\nTwo.\n", "One.\nTwo more.\n", "One.\nTwo{+ more+}.\n"],
  ["我们要求关闭摄像头", "我们要求拆除摄像头", "我们要求[-关闭-]{+拆除+}摄像头"],
])("from “%s” to “%s”", (before, after, words) => {
  expect(marked(before, after)).toBe(words);
});

test("long stretches that stay are shortened, and no sign is cut in two", () => {
  const kept = `${"😀".repeat(300)}\n`;
  const changes = wordChanges(`${kept}a\n${kept}`, `${kept}b\n${kept}`);
  const [first, , , last] = changes;
  expect(changes.map(({ what }) => what)).toEqual(["kept", "gone", "come", "kept"]);
  expect(first?.text).toMatch(/^…😀+\n$/u);
  expect(last?.text).toMatch(/^\n😀+…$/u);
});
