import type { RequestHandler } from "express";
import { isClientGone } from "../client-gone";
import { keepBody, readBody } from "../read-body.server";
import { sessionCookie } from "./session-cookie";

/** An article may be long, and letters of some scripts are three bytes each: more than the rules of content let in. */
const MAX_TEXT_BYTES = 1024 * 1024;

const textPaths = /^\/portal\/[^/]+\/(campaigns\/[^/]+\/texts|translations\/[^/]+)\/[^/]+$/;

/** Reads longer forms where texts are written, of those who bring a session along. Everywhere else a form is short. */
export function longTextsHandler(origin: () => string): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== "POST" || !textPaths.test(request.path)) return next();
    if (sessionCookie(origin()).read(request.headers.cookie ?? null) === null) return next();
    try {
      keepBody(request, await readBody(request, MAX_TEXT_BYTES));
      next();
    } catch (error) {
      if (!isClientGone(request, response)) next(error);
    }
  };
}
