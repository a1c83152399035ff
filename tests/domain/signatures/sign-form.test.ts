import { expect, test } from "vitest";
import { readMailboxForm } from "~/domain/signatures/mailbox-forms";
import { readSignForm } from "~/domain/signatures/sign-form";

const offered = ["mto", "saaf"];
const valid = { name: "Ada Lovelace", email: "ada@example.org", country: "KE" };

function post(fields: Record<string, string | string[] | undefined>) {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values ?? []].flat()) form.append(name, value);
  return readSignForm(form, offered);
}

test("a form with the three fields is enough, and ticks nothing", () => {
  expect(post(valid)).toEqual({
    values: { ...valid, postalCode: "", updates: false, partners: [], source: null },
    errors: null,
  });
});

test("a ticked box is a yes, and nothing else is", () => {
  for (const yes of ["yes", "on", "true", "1"]) expect(post({ ...valid, updates: yes }).values.updates).toBe(true);
  for (const no of ["", "no", "off", "0", "false", "maybe"]) {
    expect(post({ ...valid, updates: no }).values.updates).toBe(false);
  }
});

test("a partner that is ticked twice is one, and one that the form does not name is a fault", () => {
  expect(post({ ...valid, partners: ["saaf", "saaf"] }).values.partners).toEqual(["saaf"]);
  expect(post({ ...valid, partners: ["saaf", "stranger"] }).errors).toEqual({ partners: "partnerUnknown" });
});

test("an empty form names each field that is missing", () => {
  expect(post({}).errors).toEqual({ name: "nameMissing", email: "emailMissing", country: "countryMissing" });
});

test.each([
  [{ name: "=1+1" }, { name: "nameFormula" }],
  [{ name: "www.evil.example" }, { name: "nameLink" }],
  [{ name: "a".repeat(121) }, { name: "nameTooLong" }],
  [{ email: "ada" }, { email: "emailFaulty" }],
  [{ country: "XX" }, { country: "countryMissing" }],
  [{ country: "US", postalCode: "9411" }, { postalCode: "zipFaulty" }],
  [{ country: "PR", postalCode: "abc" }, { postalCode: "zipFaulty" }],
] satisfies [Record<string, string>, object][])("%j is faulty, and what was typed comes back", (fields, errors) => {
  const answer = post({ ...valid, ...fields });
  expect(answer.errors).toEqual(errors);
  expect(answer.values).toMatchObject(fields);
});

test.each([
  { country: "ZZ" },
  { country: "ke" },
  { country: "US", postalCode: "94110-1234" },
  { country: "US" },
  { country: "DE", postalCode: "10115" },
  { country: "GB", postalCode: "SW1A 1AA" },
] satisfies Record<string, string>[])("%j is right", (fields) => {
  expect(post({ ...valid, ...fields }).errors).toBeNull();
});

test("a form from a machine is a faulty form, not an error", () => {
  expect(post({ ...valid, partners: Array(60).fill("saaf") }).errors).toEqual({ partners: "partnerUnknown" });
  const long = post({ ...valid, name: "a".repeat(10_000) });
  expect(long.errors).toEqual({ name: "nameTooLong" });
  expect(long.values.name.length).toBeLessThanOrEqual(1_000);
  const form = new FormData();
  form.append("name", new Blob(["a file"]), "name.txt");
  expect(readSignForm(form, offered).errors).toMatchObject({ name: "nameMissing" });
});

test("the code form takes six digits of any script, with spaces between", () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return readMailboxForm(form).errors;
  };
  expect(read({ email: "ada@example.org", code: "123456" })).toBeNull();
  expect(read({ email: "ada@example.org", code: " 123 456 " })).toBeNull();
  expect(read({ email: "ada@example.org", code: "١٢٣٤٥٦" })).toBeNull();
  expect(read({ email: "ada@example.org", code: "12345" })).toEqual({ code: "codeFaulty" });
  expect(read({ email: "ada@example.org", intent: "resend" })).toBeNull();
  expect(read({ email: "ada", intent: "resend" })).toEqual({ email: "emailFaulty" });
});
