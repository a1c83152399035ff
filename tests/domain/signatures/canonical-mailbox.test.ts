import { expect, test } from "vitest";
import { canonicalMailbox } from "~/domain/signatures/canonical-mailbox";

test.each([
  ["Ada.Love.Lace@gmail.com", "adalovelace@gmail.com", "Gmail ignores dots and case"],
  ["ada+petition@gmail.com", "ada@gmail.com", "and what follows a plus"],
  ["a.d.a+x+y@GoogleMail.com", "ada@gmail.com", "also under its other domain"],
  ["ada+x@outlook.com", "ada@outlook.com", "Outlook knows tags"],
  ["ada.love@outlook.com", "ada.love@outlook.com", "and tells dots apart"],
  ["a.da+x@protonmail.com", "ada@proton.me", "Proton has several domains and ignores dots"],
  ["ada@pm.me", "ada@proton.me", "Proton's short domain"],
  ["ada+x@me.com", "ada@icloud.com", "Apple's domains are one"],
  ["ada-shop@yahoo.com", "ada@yahoo.com", "Yahoo parts tags by a hyphen"],
  ["ada@hotmail.com", "ada@hotmail.com", "Hotmail is another mailbox than Outlook"],
  ["Ada+news@Example.ORG", "ada@example.org", "a domain that is not listed has tags and case"],
  ["ada.love@example.org", "ada.love@example.org", "its dots count"],
  ["ada-b@example.org", "ada-b@example.org", "and so do its hyphens"],
  ["+ada@example.org", "+ada@example.org", "a tag needs something before it"],
  ["ada@bücher.example", "ada@xn--bcher-kva.example", "a domain in its own script is one with its ASCII form"],
  ["ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example", "the ASCII form itself"],
  ["ａｄａ@example.org", "ada@example.org", "wide letters are the same letters"],
])("%s is the mailbox %s: %s", (typed, mailbox) => {
  expect(canonicalMailbox(typed)).toBe(mailbox);
});

test("the canonical spelling of a canonical spelling is itself", () => {
  for (const typed of ["A.D.A+x@googlemail.com", "ada-x+y@yahoo.com", "b.c@protonmail.ch", "Ünal@exämple.org"]) {
    const mailbox = canonicalMailbox(typed);
    expect(canonicalMailbox(mailbox)).toBe(mailbox);
  }
});

test("dots alone do not make an empty mailbox", () => {
  expect(canonicalMailbox("..@gmail.com")).toBe("..@gmail.com");
});
