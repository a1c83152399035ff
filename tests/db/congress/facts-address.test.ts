import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { openFactsFiles } from "~db/congress/facts-files";
import { nextAddress } from "~db/congress/follow-redirect";

const json = { "content-type": "application/json" };

test("a source that has moved is followed a few times, on the web only", async () => {
  await withServer(
    (url, response) => {
      const [, name = "", left = "0"] = /^\/(\w+)-?(\d*)\//.exec(url) ?? [];
      if (name === "hop" && left !== "0") response.writeHead(302, { location: `/hop-${Number(left) - 1}/meta.json` });
      else if (name === "file") response.writeHead(301, { location: "file:///etc/passwd" });
      else if (name === "away") response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" });
      else if (name === "round") response.writeHead(302, { location: url });
      else response.writeHead(200, json);
      response.end("{}");
    },
    async (origin) => {
      const find = (folder: string) => openFactsFiles(`${origin}/${folder}`).find("meta.json");
      expect((await find("hop-3"))?.text).toBe("{}");
      await expect(find("hop-4")).rejects.toThrow(/redirects more than 3 times/);
      await expect(find("round")).rejects.toThrow(/redirects more than 3 times/);
      await expect(find("file")).rejects.toThrow(/redirects to an address of file:/);
      await expect(find("away")).rejects.toThrow(/redirects to an address inside a private network/);
    },
  );
});

test.each([
  ["http://example.org/x", "without encryption"],
  ["https://127.0.0.1/x", "inside a private network"],
  ["https://[::1]/x", "inside a private network"],
  ["https://[::ffff:10.0.0.1]/x", "inside a private network"],
  ["//192.168.1.1/x", "inside a private network"],
  ["https://[", "no address"],
])("from https nothing leads to %s", async (location, why) => {
  const given = new URL("https://example.com/data/");
  await expect(nextAddress(given, location, given)).rejects.toThrow(why);
});

test("a page, a file cut off and one without end are refused", async () => {
  await withServer(
    (url, response) => {
      if (url.startsWith("/page")) response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("[]");
      else if (url.startsWith("/cut")) {
        response.writeHead(200, { ...json, "content-length": "100" });
        response.write("[1,");
        setImmediate(() => response.destroy());
      } else if (url.startsWith("/latin")) response.writeHead(200, json).end(Buffer.from([0x22, 0xe9, 0x22]));
      else pourForever(response);
    },
    async (origin) => {
      const find = (folder: string) => openFactsFiles(`${origin}/${folder}`).find("meta.json");
      await expect(find("page")).rejects.toThrow("meta.json is a web page, not data.");
      await expect(find("cut")).rejects.toThrow(/can't be reached/);
      await expect(find("latin")).rejects.toThrow(/not text in UTF-8/);
      await expect(find("endless")).rejects.toThrow(/larger than 64 MB/);
    },
  );
});

function pourForever(response: ServerResponse) {
  response.writeHead(200, json);
  const part = Buffer.alloc(1024 * 1024, " ");
  const pour = () => {
    while (!response.destroyed && response.write(part));
    if (!response.destroyed) response.once("drain", pour);
  };
  response.on("error", () => undefined);
  pour();
}

async function withServer(
  answer: (url: string, response: ServerResponse) => void,
  story: (origin: string) => Promise<void>,
) {
  const server = createServer((request, response) => answer(request.url ?? "", response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  try {
    await story(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
