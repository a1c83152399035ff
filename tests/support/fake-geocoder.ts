import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

/** A match as the Census Geocoder writes it. */
export function geocoderMatch(geoid: string, { zip = "02139", congress = 119, layer = true } = {}) {
  const district = { GEOID: geoid, CDSESSN: String(congress), STATE: geoid.slice(0, 2), BASENAME: geoid.slice(2) };
  return {
    matchedAddress: "77 MASSACHUSETTS AVE, CAMBRIDGE, MA, 02139",
    coordinates: { x: -71.09, y: 42.36 },
    addressComponents: { zip, city: "CAMBRIDGE", state: "MA" },
    geographies: layer ? { [`${congress}th Congressional Districts`]: [district] } : { States: [{ STATE: "25" }] },
  };
}

export const geocoderBody = (...addressMatches: unknown[]) => JSON.stringify({ result: { input: {}, addressMatches } });

export interface FakeGeocoder {
  url: string;
  /** The query of each request so far. */
  asked: URLSearchParams[];
  /** How the next requests are answered; without one they are never answered. */
  answer: ((response: ServerResponse) => void) | null;
  close(): Promise<void>;
}

/** A local server that speaks as the Census Geocoder does, or says whatever it is told to. */
export async function startFakeGeocoder(): Promise<FakeGeocoder> {
  const fake: FakeGeocoder = {
    url: "",
    asked: [],
    answer: (response) => response.end(geocoderBody(geocoderMatch("2507"))),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname !== "/geocoder/geographies/onelineaddress") return void response.writeHead(404).end();
    fake.asked.push(searchParams);
    fake.answer?.(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  fake.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return fake;
}
