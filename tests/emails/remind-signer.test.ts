import { expect, test } from "vitest";
import { ada, messages } from "./mails";

const reminder = messages.find(({ message }) => message === "remind-signer");

test.each([
  ["en", "the only reminder", "May 15, 2026"],
  ["es", "el único recordatorio", "15 de mayo de 2026"],
  ["ar", "التذكير الوحيد", "15 مايو 2026"],
] as const)(
  "a reminder says that it is the only one, and when everything is deleted (%s)",
  async (locale, only, day) => {
    const mail = await reminder?.make(locale, ada);
    const text = mail?.text.replaceAll(/\s+/g, " ").replaceAll("\u200f", "");
    expect(text).toContain(only);
    expect(text).toContain(day);
  },
);

test("it shows what was ticked, as the first mail did", async () => {
  const mail = await reminder?.make("en", { ...ada, updates: true, partners: ["Khususiya"] });
  expect(mail?.text).toContain("News about this campaign by email: yes.");
  expect(mail?.text).toContain("with \u2068Khususiya\u2069: yes.");
});

test("where only the code confirms, no mail holds a link that does", async () => {
  const byCode = messages.find(({ message }) => message === "confirm-signature by code");
  const mail = await byCode?.make("en", ada);
  expect(`${mail?.html}${mail?.text}`).not.toContain("/confirm/");
  expect(mail?.text).toContain("048213");
});
