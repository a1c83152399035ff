import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createLinkChecker } from "~/services/link-checker.server";

/** A server on this machine, and how often it was asked. */
async function withServer(answer: RequestListener, story: (url: string, asked: () => number) => Promise<void>) {
  let asked = 0;
  const server: Server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await story(`http://localhost:${portOf(server.address())}`, () => asked);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

/** Takes this machine for the public internet. */
const open = { isAllowedLink: () => true, isAllowedAddress: () => true };

test("a page that answers works, also behind a redirect, and also where programs are kept out", () =>
  withServer(
    (request, response) => {
      if (request.url === "/moved") response.writeHead(302, { Location: "/page" }).end();
      else response.writeHead(request.url === "/guarded" ? 403 : 200).end("A page");
    },
    async (url) => {
      const links = createLinkChecker(open);
      expect(await links.check(`${url}/page`)).toEqual({ state: "works", status: 200 });
      expect(await links.check(`${url}/moved`)).toEqual({ state: "works", status: 200 });
      expect(await links.check(`${url}/guarded`)).toEqual({ state: "works", status: 403 });
    },
  ));

test("a dead link says why", () =>
  withServer(
    (request, response) => {
      if (request.url === "/slow") return;
      if (request.url === "/loop") response.writeHead(301, { Location: "/loop" }).end();
      else response.writeHead(request.url === "/gone" ? 410 : 500).end();
    },
    async (url) => {
      const links = createLinkChecker({ ...open, timeoutMs: 300 });
      const faultOf = async (link: string) => {
        const answer = await links.check(link);
        return answer.state === "dead" ? answer.fault : answer.state;
      };
      expect(await faultOf(`${url}/gone`)).toBe("notFound");
      expect(await faultOf(`${url}/broken`)).toBe("status");
      expect(await faultOf(`${url}/loop`)).toBe("redirects");
      expect(await faultOf(`${url}/slow`)).toBe("timeout");
      expect(await faultOf("http://127.0.0.1:1/")).toBe("refused");
      expect(await faultOf(url.replace("http:", "https:"))).toBe("certificate");
    },
  ));

test("a name that leads to a private address is not followed, whether at once or by a redirect", () =>
  withServer(
    (_request, response) => response.writeHead(200).end(),
    async (inside, askedInside) => {
      const port = new URL(inside).port;
      const guarded = createLinkChecker({ isAllowedLink: () => true });
      const isPrivate = { state: "dead", fault: "private", status: null };
      expect(await guarded.check(inside)).toEqual(isPrivate);
      expect(await guarded.check(`http://127.0.0.1:${port}/`)).toEqual(isPrivate);
      expect(await guarded.check(`http://[::ffff:127.0.0.1]:${port}/`)).toEqual(isPrivate);
      expect(await createLinkChecker().check(inside)).toMatchObject({ state: "dead", fault: "insecure" });

      await withServer(
        (_request, response) => response.writeHead(302, { Location: `http://inside.example:${port}/` }).end(),
        async (outside) => {
          // The names of two sites, of which one leads into our own network.
          const seen: string[] = [];
          const links = createLinkChecker({
            isAllowedLink: () => true,
            isAllowedAddress: (address) => address !== "127.0.0.2",
            lookUp: (name, done) => {
              seen.push(name);
              done(null, [{ address: name === "inside.example" ? "127.0.0.2" : "127.0.0.1", family: 4 }]);
            },
          });
          expect(await links.check(outside)).toEqual(isPrivate);
          expect(seen).toEqual(["localhost", "inside.example"]);
        },
      );
      expect(askedInside()).toBe(0);
    },
  ));
