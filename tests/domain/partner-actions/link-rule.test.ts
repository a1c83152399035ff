import { expect, test } from "vitest";
import { readLink } from "~/domain/partner-actions/link-rule";
import { isPublicAddress } from "~/services/link-checker.server";

test.each([
  ["https://soko.example.org/andika?a=1#x", "https://soko.example.org/andika?a=1#x"],
  ["https://الموقع.example/صفحة", "https://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.example/"],
])("%s can be an action's link", (text) => {
  expect(readLink(text)).toHaveProperty("url");
});

test.each([
  ["soko.example.org", "linkFaulty"],
  ["javascript:alert(1)", "linkFaulty"],
  ["http://soko.example.org/", "linkInsecure"],
  ["https://ada:secret@soko.example.org/", "linkWithPassword"],
  ["https://soko.example.org:8443/", "linkPort"],
  ["https://localhost/", "linkPrivate"],
  ["https://db.internal/", "linkPrivate"],
  ["https://intranet/", "linkPrivate"],
  ["https://127.0.0.1/", "linkPrivate"],
  // Other spellings of 127.0.0.1.
  ["https://0x7f000001/", "linkPrivate"],
  ["https://2130706433/", "linkPrivate"],
  ["https://[::1]/", "linkPrivate"],
  [`https://soko.example.org/${"a".repeat(1_000)}`, "tooLong"],
])("%s can not: %s", (text, fault) => {
  expect(readLink(text)).toEqual({ fault });
});

test.each([
  ..."10.1.2.3 127.0.0.1 169.254.169.254 172.31.0.1 192.168.1.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255".split(
    " ",
  ),
  ..."::1 :: fe80::1 fc00::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 2002:a00:1::1 2001:db8::1 ff02::1".split(
    " ",
  ),
])("%s is no address of the public internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111"])("%s is one", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
