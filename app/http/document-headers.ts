import type { HeadersFunction } from "@remix-run/node";

/** Gives the page the headers of its loader; the framework drops them otherwise. */
export const documentHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
