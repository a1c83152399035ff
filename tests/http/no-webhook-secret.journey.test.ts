import { expect, test } from "vitest";
import { startProduct, theServer } from "../support/journey";
import { mailEvent, signedHeaders } from "../support/resend-events";
import { startOfTests } from "../support/seeded";
import { post } from "./posting";

startProduct();

test("without a secret there is no webhook, whoever signs", async () => {
  const body = mailEvent("email.complained", "ada@example.org");
  expect((await post("/webhooks/resend", body, signedHeaders(body, { at: startOfTests }))).status).toBe(404);
  expect((await theServer().fetch("/webhooks/resend")).status).toBe(404);
});
