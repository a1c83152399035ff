import type { RequestHandler } from "express";
import type { ShapeFiles } from "~/domain/lawmakers/shapes/shape-files.server";
import { parseShapeUrl } from "~/domain/lawmakers/shapes/shape-url";
import { errorFacts, type Log } from "~/services/log.server";
import { acceptedEncoding } from "./accepted-encoding";

const YEAR = "public, max-age=31536000, immutable";

/** Serves the boundaries of districts, as they are stored: compressed, and to be kept for a year. */
export function shapeFilesHandler(files: ShapeFiles, log: Log): RequestHandler {
  return (request, response, next) => {
    if (!request.url.startsWith("/districts/") || (request.method !== "GET" && request.method !== "HEAD"))
      return next();
    const name = parseShapeUrl(request.url);
    if (name === null) return void refuse(404);
    const encoding = acceptedEncoding(request.headers["accept-encoding"]);
    files
      .find(name, encoding)
      .then((body) => {
        if (body === null) return refuse(404);
        response.set({
          "Cache-Control": YEAR,
          "Content-Type": "application/json; charset=utf-8",
          Vary: "Accept-Encoding",
        });
        if (encoding !== "identity") response.set("Content-Encoding", encoding);
        response.set("Content-Length", String(body.length));
        response.end(request.method === "HEAD" ? undefined : body);
      })
      .catch((error: unknown) => {
        log.warn("boundaries could not be read", errorFacts(error));
        refuse(503);
      });

    function refuse(status: 404 | 503) {
      response.status(status).set("Cache-Control", "no-store");
      if (status === 503) response.set("Retry-After", "5");
      response.type("text/plain").send(status === 404 ? "Not found." : "Please try again in a few seconds.");
    }
  };
}
