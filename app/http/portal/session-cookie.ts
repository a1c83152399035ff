/** The one cookie of the product: set by signing in to the portal, and sent to the portal alone. */
export function sessionCookie(origin: string) {
  const isHttps = origin.startsWith("https:");
  return {
    /** @returns the secret; null where there is none, or it can be none of ours */
    read(header: string | null): string | null {
      const name = nameOf(isHttps);
      for (const part of (header ?? "").split(";")) {
        const [key, ...value] = part.trim().split("=");
        if (key === name) return tokenShape.exec(value.join("="))?.[0] ?? null;
      }
      return null;
    },
    /** The `Set-Cookie` header that keeps a secret. */
    set: (token: string, expiresAt: Date): string => headerOf(isHttps, token, `Expires=${expiresAt.toUTCString()}`),
    /** The one that takes it away. */
    clear: (): string => headerOf(isHttps, "", "Max-Age=0"),
  };
}

const tokenShape = /^[\w-]{43}$/;

/** `__Secure-`: browsers take it over https only (RFC 6265bis, 4.1.3.1). */
function nameOf(isHttps: boolean): string {
  return isHttps ? "__Secure-portal" : "portal";
}

function headerOf(isHttps: boolean, value: string, life: string): string {
  const secure = isHttps ? "; Secure" : "";
  // Lax: whoever follows a mailed link to a page of the portal is signed in there.
  return `${nameOf(isHttps)}=${value}; Path=/portal; HttpOnly; SameSite=Lax; ${life}${secure}`;
}
