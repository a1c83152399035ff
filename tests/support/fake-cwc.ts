import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { cwcFaults } from "./cwc-schema";

/** How the next message goes wrong. */
export interface CwcFault {
  /** Whether the message is taken all the same, so that only the answer is lost or wrong. */
  isAccepted?: boolean;
  answer: "hang" | "reset" | { status: number; errors?: string[]; retryAfterSeconds?: number };
}

export const cwcTroubles = {
  refusedAddress: { answer: { status: 400, errors: ["The constituent's Zip 94110 is not in this district."] } },
  wrongType: { answer: { status: 415 } },
  busy: (retryAfterSeconds: number): CwcFault => ({ answer: { status: 429, retryAfterSeconds } }),
  down: { answer: { status: 503 } },
  lockedOut: { answer: { status: 403 } },
  hang: { answer: "hang" },
  takenThenHang: { isAccepted: true, answer: "hang" },
  takenThenReset: { isAccepted: true, answer: "reset" },
} satisfies Record<string, CwcFault | ((seconds: number) => CwcFault)>;

/** A message that an office has. */
export interface TakenMessage {
  chamber: "house" | "senate";
  deliveryId: string;
  office: string;
  xml: string;
}

export interface FakeCwc {
  apiKey: string;
  /** Settings of a server that hands messages to this one, for both chambers. */
  env: Record<string, string>;
  /** Messages that were taken, oldest first. */
  taken: TakenMessage[];
  /** Every post that arrived. */
  requests: { chamber: "house" | "senate"; deliveryId: string; status: number | "hang" | "reset" }[];
  /** The offices that take messages. */
  offices: { house: string[]; senate: string[] };
  /** Lets the next messages go wrong, one for each. */
  fail(...next: CwcFault[]): void;
  close(): Promise<void>;
}

/**
 * Speaks as much of Communicating with Congress as the product uses: the House's `/v2/message` and `/v2/offices`, a message
 * resource and a list of active offices as the Senate has them. Each message is held against the schema.
 */
export async function startFakeCwc(offices: FakeCwc["offices"]): Promise<FakeCwc> {
  const apiKey = "key-of-the-tests-qqschluessel";
  const taken: TakenMessage[] = [];
  const requests: FakeCwc["requests"] = [];
  const planned: CwcFault[] = [];
  const hanging = new Set<ServerResponse>();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await text(request).catch(() => "");
    if (url.searchParams.get("apikey") !== apiKey) return sendErrors(response, 403, ["Unknown key"]);
    const chamber = url.pathname.startsWith("/v2/") ? "house" : "senate";
    if (request.method === "GET") return sendOffices(response, chamber, url.pathname);
    if (url.pathname !== "/v2/message" && url.pathname !== "/senate/messages/") return sendErrors(response, 404, []);
    if (request.headers["content-type"] !== "application/xml") return sendErrors(response, 415, []);

    const deliveryId = /<DeliveryId>(\w+)</.exec(body)?.[1] ?? "";
    const fault = planned.shift();
    const answer = await judge(chamber, deliveryId, body, fault);
    requests.push({ chamber, deliveryId, status: typeof answer === "string" ? answer : answer.status });
    if (answer === "hang") return void hanging.add(response);
    if (answer === "reset") return void response.destroy();
    if (answer.retryAfterSeconds !== undefined) response.setHeader("retry-after", String(answer.retryAfterSeconds));
    sendErrors(response, answer.status, answer.errors ?? []);
  });

  function sendOffices(response: ServerResponse, chamber: "house" | "senate", path: string) {
    if (chamber === "house" && path === "/v2/offices") return sendJson(response, offices.house);
    if (path !== "/senate/offices/") return sendErrors(response, 404, []);
    sendJson(
      response,
      offices.senate.map((code, at) => ({ office_code: code, name: `Senator ${at} (X00000${at})`, active: true })),
    );
  }

  async function judge(
    chamber: "house" | "senate",
    deliveryId: string,
    xml: string,
    fault: CwcFault | undefined,
  ): Promise<{ status: number; errors?: string[]; retryAfterSeconds?: number } | "hang" | "reset"> {
    if (fault !== undefined && !fault.isAccepted) return fault.answer;
    const faults = await cwcFaults(xml);
    if (faults.length > 0) return { status: 400, errors: faults };
    if (taken.some((one) => one.deliveryId === deliveryId)) return { status: 409, errors: ["Duplicate DeliveryId"] };
    const office = /<MemberOffice>(\w+)</.exec(xml)?.[1] ?? "";
    if (!offices[chamber].includes(office)) return { status: 400, errors: [`MemberOffice ${office} is not active`] };
    taken.push({ chamber, deliveryId, office, xml });
    return fault?.answer ?? { status: chamber === "house" ? 200 : 201 };
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    apiKey,
    env: {
      CWC_HOUSE_URL: base,
      CWC_HOUSE_API_KEY: apiKey,
      CWC_SENATE_URL: `${base}/senate/messages/`,
      CWC_SENATE_OFFICES_URL: `${base}/senate/offices/`,
      CWC_SENATE_API_KEY: apiKey,
      CWC_HOUSE_PER_SECOND: "10",
      CWC_SENATE_PER_SECOND: "10",
      CWC_AGENT_NAME: "Privacy for All",
      CWC_AGENT_EMAIL: "ack@privacy.example",
      CWC_CONTACT_NAME: "Grace Contact",
      CWC_CONTACT_EMAIL: "grace@privacy.example",
      CWC_CONTACT_PHONE: "202-555-0100",
    },
    taken,
    requests,
    offices,
    fail: (...next) => void planned.push(...next),
    async close() {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function sendErrors(response: ServerResponse, status: number, errors: string[]) {
  const list = errors
    .map((words) => `<Error>${words.replace(/[&<>]/g, (one) => entities[one] ?? one)}</Error>`)
    .join("");
  response.writeHead(status, { "content-type": "application/xml" }).end(`<Errors>${list}</Errors>`);
}

function sendJson(response: ServerResponse, body: unknown) {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
