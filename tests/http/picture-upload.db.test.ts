import { createServer } from "node:http";
import express from "express";
import { expect, test } from "vitest";
import type { PortalVisitor } from "~/domain/access/visitor";
import { frameworkHandler } from "~/http/framework-handler.server";
import { MAX_UPLOAD_BYTES } from "~/http/portal/picture-upload";
import { loadContext } from "../portal/load-context";
import { type TestContext, withContext } from "../support/database";

const look = "/portal/mto/campaigns/kamera-sokoni/look";

const visitor: PortalVisitor = {
  userId: "00000000-0000-7000-8000-000000000000",
  sessionId: "00000000-0000-7000-8000-000000000001",
  name: "Bahati",
  email: "bahati@example.org",
  locale: "en",
  provenAt: new Date("2026-11-23T12:00:00Z"),
  memberships: [],
};

/** Sends a body through the handler in front of the framework; the framework tells what reached it. */
async function send(ctx: TestContext, who: PortalVisitor | null, path: string, bytes: number) {
  const site = express();
  site.use(
    frameworkHandler({
      publicOrigin: () => "https://privacy.example",
      loadContext: () => loadContext(ctx, who),
      handle: async (request, context) =>
        Response.json({
          fault: context?.fault ?? null,
          bytes: request.method === "POST" ? (await request.arrayBuffer()).byteLength : 0,
        }),
    }),
  );
  const server = createServer(site);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=x" },
      body: new Uint8Array(bytes),
    });
    return answer.status === 200 ? await answer.json() : [answer.status, answer.headers.get("location")];
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test(
  "a picture goes through on the one page that takes it, for whoever is signed in, up to its limit",
  withContext(async (ctx) => {
    expect(await send(ctx, visitor, look, 1_000_000)).toEqual({ fault: null, bytes: 1_000_000 });
    expect(await send(ctx, visitor, look, MAX_UPLOAD_BYTES + 1)).toEqual([303, `${look}?done=tooLarge`]);
    expect(await send(ctx, null, look, 1_000_000)).toEqual({ fault: "bodyTooLarge", bytes: 0 });
    expect(await send(ctx, visitor, "/portal/mto/campaigns/new", 1_000_000)).toEqual({
      fault: "bodyTooLarge",
      bytes: 0,
    });
  }),
);
