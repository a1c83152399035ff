import type { RequestHandler } from "express";
import { brandStyle } from "~/domain/branding/brand-style";

const YEAR = "public, max-age=31536000, immutable";
const path = /^\/brand\/([0-9a-f]{6})\.css$/;

/** Serves the style sheets of partners' colours. Each is made from its address alone, so it never changes. */
export const brandHandler: RequestHandler = (request, response, next) => {
  if (!request.path.startsWith("/brand/") || (request.method !== "GET" && request.method !== "HEAD")) return next();
  const style = brandStyle(path.exec(request.path)?.[1] ?? "");
  if (style === null) {
    response.status(404).set("Cache-Control", "no-store").type("text/plain").send("Not found.");
    return;
  }
  response.set("Cache-Control", YEAR).type("text/css").send(style);
};
