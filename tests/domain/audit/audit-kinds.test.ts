import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { permissions } from "~/domain/access/permissions";
import { auditKinds } from "~/domain/audit/audit-kinds";

/** Every kind that is written as a whole where it is recorded. */
function writtenKinds(): string[] {
  const names = ["app/domain", "app/commands", "app/jobs"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return names
    .map((name) => readFileSync(name, "utf8"))
    .filter((code) => code.includes("recordAudit"))
    .flatMap((code) => [...code.matchAll(/(?:action:[^,\n]*|[?:] )"([a-z-]+\.[a-z-]+)"/g)])
    .map(([, kind = ""]) => kind);
}

test("what is written into the audit log has words", () => {
  // Permissions look the same.
  const known = new Set<string>([...auditKinds, ...permissions]);
  expect(writtenKinds().length).toBeGreaterThan(30);
  expect([...new Set(writtenKinds())].filter((kind) => !known.has(kind))).toEqual([]);
});
