import type { RequestHandler } from "express";
import type { Context } from "~/domain/context";
import { findImageFile } from "~/domain/images/find-image-file.server";
import { errorFacts, type Log } from "~/services/log.server";

const YEAR = "public, max-age=31536000, immutable";
const path = /^\/pictures\/([0-9a-f]{32})\/(\d{1,5})\.(avif|webp|jpg)$/;

/** Serves pictures of our own. Their address holds the hash of what they show, so they are kept for a year. */
export function picturesHandler(ctx: Pick<Context, "db">, log: Log): RequestHandler {
  return (request, response, next) => {
    if (!request.path.startsWith("/pictures/") || (request.method !== "GET" && request.method !== "HEAD"))
      return next();
    const [, sha256, width, ending] = path.exec(request.path) ?? [];
    if (sha256 === undefined) return void refuse(404);
    const format = ending === "avif" || ending === "webp" ? ending : "jpeg";
    findImageFile(ctx, { sha256, width: Number(width), format })
      .then((body) => {
        if (body === null) return refuse(404);
        response.set({
          "Cache-Control": YEAR,
          "Content-Type": `image/${format}`,
          "Content-Length": String(body.length),
        });
        response.end(request.method === "HEAD" ? undefined : body);
      })
      .catch((error: unknown) => {
        log.warn("a picture could not be read", errorFacts(error));
        refuse(503);
      });

    function refuse(status: 404 | 503) {
      response.status(status).set("Cache-Control", "no-store");
      if (status === 503) response.set("Retry-After", "5");
      response.type("text/plain").send(status === 404 ? "Not found." : "Please try again in a few seconds.");
    }
  };
}
