import { describe, expect, test } from "vitest";
import { acceptedEncoding } from "~/http/accepted-encoding";
import { campaignPageOf, isCachedPath } from "~/http/cached-paths";
import { isKnownTag } from "~/http/entity-tag";

describe("The encoding of a page", () => {
  test.each([
    [undefined, "identity"],
    ["", "identity"],
    ["identity", "identity"],
    ["gzip, deflate, br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["GZIP;q=0.5", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br; q=0.000, gzip;q=1", "gzip"],
    ["br;q=0.001", "br"],
    ["br;q=0,gzip;q=0", "identity"],
    ["brotli, xgzip", "identity"],
    [";;,q=", "identity"],
  ])("%j takes %s", (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
    expect(acceptedEncoding(header), "A second time, from memory.").toBe(encoding);
  });

  test("however many headers are made up, each is read right", () => {
    for (let number = 0; number < 2_000; number++) {
      expect(acceptedEncoding(`x-${number}, gzip`)).toBe("gzip");
    }
    expect(acceptedEncoding("br;q=0")).toBe("identity");
  });
});

describe("Pages that are kept", () => {
  test.each([
    "/en",
    "/es",
    "/ar",
    "/en/campaigns",
    "/en/campaigns/privacy-for-all",
    "/en/campaigns/privacy-for-all?source=newsletter-1",
    "/ar/privacy",
  ])("%s", (path) => {
    expect(isCachedPath(path)).toBe(true);
  });

  test.each([
    "/",
    "/xx",
    "/EN",
    "/en/",
    "/en?x",
    "/en?",
    "/en#x",
    "/e%6e",
    "//en",
    "/en//campaigns",
    "/en/campaigns/",
    "/en/campaigns/privacy-for-all/",
    "/en/campaigns/privacy-for-all?confirmed=1",
    "/en/campaigns/privacy-for-all?source=",
    "/en/campaigns/privacy-for-all?source=News",
    "/en/campaigns/privacy-for-all?source=news%20letter",
    "/en/campaigns/privacy-for-all?source=a&source=b",
    `/en/campaigns/privacy-for-all?source=${"a".repeat(41)}`,
    "/en/campaigns/privacy-for-all/where?source=a",
    "/en/campaigns?source=a",
    "/en?source=a",
    "/en/campaigns/privacy-for-all/check-inbox",
    "/en/campaigns/privacy-for-all/take-action?country=KE",
    "/en/campaigns/privacy-for-all.data",
    "/en/campaigns/%70rivacy-for-all",
    "/en/campaigns/..",
    `/en/campaigns/${"a".repeat(101)}`,
    "/en/confirm/x",
    "/en/privacy\n",
    "http://evil.example/en",
  ])("and not %j", (path) => {
    expect(isCachedPath(path)).toBe(false);
  });
});

describe("The page of a campaign", () => {
  test.each([
    ["/en/campaigns/privacy-for-all", "en", "privacy-for-all"],
    ["/zh-Hant/campaigns/x?source=a", "zh-Hant", "x"],
    ["/sw/campaigns/faragha?x=1&y", "sw", "faragha"],
  ])("%s", (path, locale, address) => {
    expect(campaignPageOf(path)).toEqual({ locale, address });
  });

  test.each([
    "/en",
    "/en/campaigns",
    "/en/campaigns/",
    "/en/campaigns/x/where",
    "/en/campaigns/x.data",
    "/xx/campaigns/x",
    "/en/campaigns/x#y",
    "//en/campaigns/x",
    "/portal/campaigns/x",
  ])("and not %s", (path) => {
    expect(campaignPageOf(path)).toBeNull();
  });
});

describe("A client that has a page already", () => {
  test.each([
    ['W/"a"', true],
    ['"a"', true],
    ['"b", W/"a"', true],
    ["*", true],
    ['W/"b"', false],
    ["a", false],
    ["", false],
    [undefined, false],
  ])("%j", (header, isKnown) => {
    expect(isKnownTag(header, 'W/"a"')).toBe(isKnown);
  });
});
