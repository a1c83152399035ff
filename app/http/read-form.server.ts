import { pageError } from "./answer.server";

/** The fields of a posted form. A body of another kind, or one that can't be read, is a bad request. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    if ((await request.text()) === "") return new FormData();
    throw pageError({ code: "badRequest" });
  }
  try {
    return await request.formData();
  } catch {
    throw pageError({ code: "badRequest" });
  }
}
