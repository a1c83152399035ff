import { expect, test } from "vitest";
import { isEmailAddress } from "~/domain/signatures/email-address";

test.each([
  "ada@example.org",
  "ada.love+tag@mail.example.co.ke",
  "o'brien@example.org",
  "用户@例え.jp",
  "δοκιμή@παράδειγμα.gr",
  "ada@xn--bcher-kva.example",
  `${"a".repeat(64)}@example.org`,
])("%s can be written to", (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

test.each([
  "",
  "ada",
  "@example.org",
  "ada@",
  "ada@localhost",
  "ada@example",
  "ada@@example.org",
  "ada@exam ple.org",
  "ada lovelace@example.org",
  ".ada@example.org",
  "ada.@example.org",
  "a..da@example.org",
  "ada@example..org",
  "ada@-example.org",
  "ada@example-.org",
  "ada@exa_mple.org",
  "ada@[127.0.0.1]",
  '"ada"@example.org',
  "Ada <ada@example.org>",
  "ada@example.org,bob@example.org",
  "ada@example.org;bob@example.org",
  "ada@example.org\r\nBcc: bob@example.org",
  "ada\u0000@example.org",
  `${"a".repeat(65)}@example.org`,
  `ada@${"a".repeat(64)}.org`,
  `ada@${"abcdefgh.".repeat(30)}org`,
])("%j can not", (address) => {
  expect(isEmailAddress(address)).toBe(false);
});
