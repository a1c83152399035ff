import { describe, expect, test } from "vitest";
import { readEndorsementForm } from "~/domain/endorsements/endorsement-form";
import { isFreeMail, isOwnDomain, readWebsite } from "~/domain/endorsements/own-domain";
import { searchedText, searchPatterns } from "~/domain/endorsements/searched-text";

export const lab = {
  kind: "organization",
  name: "Data Lab Nairobi",
  affiliation: "",
  role: "",
  country: "KE",
  sentence: "Privacy is for everyone.",
  website: "https://www.datalab.example/about",
  email: "ada@datalab.example",
  publish: "yes",
};
const grace = {
  ...lab,
  kind: "researcher",
  name: "Grace",
  affiliation: "University",
  website: "",
  email: "g@gmail.com",
};

const read = (fields: Record<string, string>) => readEndorsementForm(new URLSearchParams(fields));

test("a whole form is read; who fills in an organization's form stays out of what is published", () => {
  expect(read({ ...lab, affiliation: "somebody", role: "intern" }).read).toEqual({
    kind: "organization",
    country: "KE",
    email: "ada@datalab.example",
    content: {
      ...{ name: "Data Lab Nairobi", affiliation: "", role: "", sentence: "Privacy is for everyone." },
      website: "https://www.datalab.example/about",
    },
  });
  expect(read({ ...grace, role: "Professor" }).read?.content).toMatchObject({
    affiliation: "University",
    role: "Professor",
  });
});

test.each([
  [{ kind: "" }, "kind", "kindMissing"],
  [{ kind: "politician" }, "kind", "kindMissing"],
  [{ name: " \u202e " }, "name", "nameMissing"],
  [{ name: "x".repeat(121) }, "name", "tooLong"],
  [{ country: "ZZ" }, "country", "countryMissing"],
  [{ sentence: "x".repeat(301) }, "sentence", "sentenceTooLong"],
  [{ email: "" }, "email", "emailMissing"],
  [{ email: "nobody" }, "email", "emailFaulty"],
  [{ email: "lab@gmail.com" }, "email", "emailFree"],
  [{ email: "lab@yahoo.co.uk" }, "email", "emailFree"],
  [{ email: "ada@other.example" }, "email", "emailElsewhere"],
  [{ website: "" }, "website", "websiteMissing"],
  [{ website: "javascript:alert(1)" }, "website", "websiteFaulty"],
  [{ website: "http://127.0.0.1" }, "website", "websiteFaulty"],
  [{ publish: "" }, "publish", "publishMissing"],
] as const)("%j is told beside its field, and what was typed is kept", (change, field, error) => {
  const { values, errors, read: accepted } = read({ ...lab, ...change });
  expect(accepted).toBeNull();
  expect(errors).toMatchObject({ [field]: error });
  expect(values.name).toBe("name" in change ? values.name : lab.name);
});

test("a person needs a place of work, and neither a website nor an address of it", () => {
  expect(read(grace).errors).toBeNull();
  expect(read({ ...grace, affiliation: "" }).errors).toEqual({ affiliation: "affiliationMissing" });
});

test("a sentence is one line of plain text", () => {
  expect(read({ ...lab, sentence: "one\ntwo \u202eelpoep\u0007 <b>" }).read?.content.sentence).toBe(
    "one two elpoep <b>",
  );
});

describe("An address", () => {
  test("is at the domain of a website, above or below it", () => {
    for (const [email, website] of [
      ["a@example.org", "https://example.org/"],
      ["a@EXAMPLE.org", "https://www.example.org/"],
      ["a@lab.example.org", "https://example.org/"],
      ["a@example.org", "https://news.example.org/"],
      ["a@münchen.example", "https://xn--mnchen-3ya.example/"],
    ] as const) {
      expect(isOwnDomain(email, website), `${email} ${website}`).toBe(true);
    }
  });

  test("is not at one that only looks like it, nor at one that many share", () => {
    for (const [email, website] of [
      ["a@example.org.evil.example", "https://example.org/"],
      ["a@notexample.org", "https://example.org/"],
      ["a@mine.co.ke", "https://co.ke/"],
      ["a@org", "https://example.org/"],
    ] as const) {
      expect(isOwnDomain(email, website), `${email} ${website}`).toBe(false);
    }
  });

  test("of a service for everybody speaks for no organization", () => {
    for (const email of ["a@gmail.com", "a@GMX.de", "a@outlook.fr", "a@mail.ru", "a@x.riseup.net", "a@proton.me"]) {
      expect(isFreeMail(email), email).toBe(true);
    }
    for (const email of [
      "a@mail.datalab.example",
      "a@gmail.com.example",
      "a@live-music.org",
      "a@yahoo.datalab.example",
    ]) {
      expect(isFreeMail(email), email).toBe(false);
    }
  });
});

test("a website is an address of the web with a name", () => {
  expect(readWebsite("example.org")).toBe("https://example.org/");
  expect(readWebsite("HTTP://Example.org/A#b")).toBe("http://example.org/A");
  for (const odd of [
    "ftp://example.org",
    "https://user:pw@example.org",
    "data:text/html,x",
    "example",
    "https://[::1]/",
    "a b",
  ]) {
    expect(readWebsite(odd), odd).toBeNull();
  }
});

test("the search knows no case and no accents, and takes signs of patterns for what they are", () => {
  const searched = searchedText({
    name: "Université Éducation",
    affiliation: "",
    role: "",
    sentence: "100 % privée",
    website: "",
  });
  for (const query of ["universite", "ÉDUCATION universite", "100 %", "privee"]) {
    const patterns = searchPatterns(query).map((pattern) => pattern.slice(1, -1).replaceAll("\\", ""));
    expect(
      patterns.every((word) => searched.includes(word)),
      query,
    ).toBe(true);
  }
  expect(searchPatterns("a_b%c\\")).toEqual(["%a\\_b\\%c\\\\%"]);
  expect(searchPatterns("   ")).toEqual([]);
});
