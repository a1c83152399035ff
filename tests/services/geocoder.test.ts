import { afterEach, beforeEach, expect, test } from "vitest";
import type { Geocoder } from "~/domain/lawmakers/address-form";
import { createGeocoder } from "~/services/geocoder.server";
import type { LogFacts } from "~/services/log.server";
import { type FakeGeocoder, geocoderBody, geocoderMatch, startFakeGeocoder } from "../support/fake-geocoder";

const address = "77 Massachusetts Ave, Cambridge, MA";
let fake: FakeGeocoder;
let geocoder: Geocoder;
let logged: string[];

const create = (baseUrl: string) =>
  createGeocoder({
    baseUrl,
    vintage: "ACS2025_Current",
    log: { warn: (event: string, facts?: LogFacts) => void logged.push(`${event} ${JSON.stringify(facts)}`) },
    timeoutMs: 500,
  });

beforeEach(async () => {
  logged = [];
  fake = await startFakeGeocoder();
  geocoder = create(fake.url);
});
afterEach(async () => {
  await fake.close();
  expect(logged.join("\n"), "No line of the log holds the address.").not.toMatch(/Massachusetts|Cambridge|77/i);
});

test("an address is asked for once, with the edition and the layer of the Congress", async () => {
  expect(await geocoder.find(address, 119)).toEqual({ result: "found", state: "MA", district: 7, zip: "02139" });
  expect(fake.asked.map((query) => Object.fromEntries(query))).toEqual([
    {
      address,
      benchmark: "Public_AR_Current",
      vintage: "ACS2025_Current",
      layers: "119th Congressional Districts",
      format: "json",
    },
  ]);
  expect(logged).toEqual([]);
});

test.each(["", "/", "/geocoder", "/geocoder/"])("the base may end in %j", async (path) => {
  expect(await create(fake.url + path).find(address, 119)).toMatchObject({ result: "found" });
});

test.each([
  ["no match", geocoderBody(), { result: "noMatch" }],
  ["at large", geocoderBody(geocoderMatch("5600")), { result: "found", state: "WY", district: 0 }],
  ["a delegate", geocoderBody(geocoderMatch("1198")), { result: "found", state: "DC", district: 0 }],
  ["Puerto Rico", geocoderBody(geocoderMatch("7298")), { result: "found", state: "PR", district: 0 }],
  ["two matches in one district", geocoderBody(geocoderMatch("2507"), geocoderMatch("2507")), { result: "found" }],
  ["two districts", geocoderBody(geocoderMatch("2507"), geocoderMatch("2505")), { result: "severalMatches" }],
  ["the next Congress", geocoderBody(geocoderMatch("2507", { congress: 120 })), { result: "otherCongress" }],
  ["no layer of districts", geocoderBody(geocoderMatch("2507", { layer: false })), { result: "away" }],
  ["water", geocoderBody(geocoderMatch("25ZZ")), { result: "away" }],
  ["a state that is none", geocoderBody(geocoderMatch("9901")), { result: "away" }],
  ["another shape", '{"result":[]}', { result: "away" }],
  ["a web page", "<!doctype html><title>77 Massachusetts Ave</title>", { result: "away" }],
  ["half an answer", geocoderBody(geocoderMatch("2507")).slice(0, 50), { result: "away" }],
  ["nothing", "", { result: "away" }],
  ["a flood", `"${"x".repeat(2_000_000)}"`, { result: "away" }],
])("%s", async (_, body, expected) => {
  fake.answer = (response) => response.end(body);
  expect(await geocoder.find(address, 119)).toMatchObject(expected);
});

test("a layer that contradicts its own entries is not used", async () => {
  const contradiction = geocoderMatch("2507");
  contradiction.geographies = {
    "119th Congressional Districts": [{ GEOID: "2507", CDSESSN: "120", STATE: "25", BASENAME: "07" }],
  };
  fake.answer = (response) => response.end(geocoderBody(contradiction));
  expect(await geocoder.find(address, 119)).toEqual({ result: "otherCongress" });
});

test.each([301, 400, 404, 429, 500, 503])("status %i is a service that is away", async (status) => {
  fake.answer = (response) => response.writeHead(status, { location: "http://127.0.0.1:9/elsewhere" }).end("{}");
  expect(await geocoder.find(address, 119)).toEqual({ result: "away" });
});

test("a service that stalls, breaks off or is not there is away in time", async () => {
  fake.answer = null;
  expect(await geocoder.find(address, 119)).toEqual({ result: "away" });
  fake.answer = (response) => response.write('{"result":');
  expect(await geocoder.find(address, 119)).toEqual({ result: "away" });
  fake.answer = (response) => response.destroy();
  expect(await geocoder.find(address, 119)).toEqual({ result: "away" });
  expect(await create("http://127.0.0.1:9").find(address, 119)).toEqual({ result: "away" });
});
