import { DEMO_OWNER } from "~/domain/access/make-owner.server";
import { startProcess } from "../support/child-process";
import type { RunningServer } from "../support/run-server";

/** Sees to it that the host has an owner, {@link DEMO_OWNER}: a demo has one, elsewhere a command makes it. */
export async function firstOwner({ settings }: RunningServer): Promise<void> {
  if (settings.DATABASE_URL === undefined) return;
  await startProcess("app/commands/owner.command.ts", [DEMO_OWNER], settings).end();
}
