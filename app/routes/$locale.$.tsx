import { pageError } from "~/http/answer.server";

/** Everything below a language that is no page. */
export function loader() {
  throw pageError({ code: "pageNotFound" });
}

export const action = loader;

export default function NoPage() {
  return null;
}
