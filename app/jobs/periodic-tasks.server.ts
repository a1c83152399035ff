import { setTimeout as sleep } from "node:timers/promises";
import { forgetAbuseTraces } from "~/domain/abuse/forget-abuse-traces.server";
import { destroyOldNetworkKeys } from "~/domain/abuse/network-hash.server";
import { watchAttacks } from "~/domain/abuse/watch-attacks.server";
import { forgetAccessTraces } from "~/domain/access/forget-access.server";
import { forgetContacts } from "~/domain/contacts/forget-contacts.server";
import { rollUpContacts } from "~/domain/contacts/roll-up-contacts.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { forgetDeliveries } from "~/domain/deliveries/forget-deliveries.server";
import { forgetEndorsements } from "~/domain/endorsements/forget-endorsements.server";
import { forgetExports } from "~/domain/exports/forget-exports.server";
import { askForAnswers, forgetFollowUps } from "~/domain/follow-ups/ask-answers.server";
import { attributeLateEvents } from "~/domain/mailings/attribute-events.server";
import { forgetMailings } from "~/domain/mailings/forget-mailings.server";
import { startDueMailings } from "~/domain/mailings/send-mailing.server";
import { forgetLinks, recheckLinks } from "~/domain/partner-actions/link-checks.server";
import { endDeliveries } from "~/domain/petition-deliveries/end-deliveries.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { remindUnconfirmed } from "~/domain/signatures/remind.server";
import { forgetMailTraces } from "~/domain/suppressions/forget-mail-traces.server";
import { readSwitches } from "~/domain/switches/switches-source.server";
import { publishDueCampaigns } from "~/domain/workshop/publish-due.server";
import { forgetUnfinished } from "~/domain/workshop/unfinished.server";
import { errorFacts } from "~/services/log.server";
import type { JobContext } from "./job-context";
import { askForSync, warnOfOldFacts } from "./keep-facts-fresh.server";
import { recountNightly, watchRollUp } from "./watch-counts.server";

/** Work that comes again and again, whatever is in the outbox. Every worker may run it at once: each is safe to. */
interface PeriodicTask {
  name: string;
  everyMs: number;
  run(ctx: JobContext): Promise<unknown>;
}

const periodicTasks: readonly PeriodicTask[] = [
  { name: "count signatures", everyMs: 1_000, run: (ctx) => rollUp(ctx) },
  { name: "count contacts", everyMs: 30_000, run: (ctx) => rollUpContacts(ctx) },
  { name: "forget contacts", everyMs: 3_600_000, run: forgetContacts },
  { name: "recount", everyMs: 60_000, run: recountNightly },
  { name: "watch the counting", everyMs: 60_000, run: watchRollUp },
  { name: "forget what is over", everyMs: 600_000, run: forgetWhatIsOver },
  { name: "remind of unconfirmed signatures", everyMs: 600_000, run: remindUnconfirmed },
  { name: "forget messages to Congress", everyMs: 600_000, run: forgetDeliveries },
  { name: "ask for offices' answers", everyMs: 10_000, run: askForAnswers },
  { name: "forget endorsements", everyMs: 3_600_000, run: forgetEndorsements },
  { name: "end petition deliveries", everyMs: 3_600_000, run: endDeliveries },
  { name: "forget follow-ups", everyMs: 3_600_000, run: forgetFollowUps },
  { name: "forget traces of mail", everyMs: 3_600_000, run: forgetMailTraces },
  { name: "watch for attacks", everyMs: 15_000, run: watchAttacks },
  { name: "destroy network keys", everyMs: 60_000, run: destroyOldNetworkKeys },
  { name: "ask for a sync of Congress", everyMs: 3_600_000, run: askForSync },
  { name: "watch the facts about Congress", everyMs: 600_000, run: warnOfOldFacts() },
  { name: "forget traces of signing in", everyMs: 3_600_000, run: forgetAccessTraces },
  { name: "forget exports", everyMs: 60_000, run: forgetExports },
  { name: "forget traces of abuse", everyMs: 3_600_000, run: forgetAbuseTraces },
  { name: "start scheduled mailings", everyMs: 2_000, run: startDueMailings },
  { name: "match events of mail", everyMs: 30_000, run: attributeLateEvents },
  { name: "forget mailings", everyMs: 3_600_000, run: forgetMailings },
  { name: "publish scheduled campaigns", everyMs: 2_000, run: publishDueCampaigns },
  { name: "look at links of actions again", everyMs: 600_000, run: recheckLinks },
  { name: "forget links of actions", everyMs: 3_600_000, run: forgetLinks },
  { name: "forget unfinished texts", everyMs: 3_600_000, run: forgetUnfinished },
];

const LONGEST_WAIT_MS = 30_000;
/** How soon a task is done that was due while the site was read-only. */
const READ_ONLY_WAIT_MS = 2_000;

/** Runs every task in a rhythm of its own until `stopping`; a fault is logged and the task tried again later. */
export async function runPeriodicTasks(ctx: JobContext, stopping: AbortSignal): Promise<void> {
  await Promise.all(periodicTasks.map((task) => repeat(ctx, task, stopping)));
}

async function repeat(ctx: JobContext, task: PeriodicTask, stopping: AbortSignal) {
  let failures = 0;
  while (!stopping.aborted) {
    let waitMs = task.everyMs;
    try {
      // A database that is to be read only shall see no write of ours.
      if ((await readSwitches(ctx)).isOn("read-only")) waitMs = Math.min(task.everyMs, READ_ONLY_WAIT_MS);
      else await task.run(ctx);
      failures = 0;
    } catch (error) {
      failures++;
      ctx.log.error("periodic task failed", { task: task.name, ...errorFacts(error) });
      waitMs = Math.min(1_000 * 2 ** failures, LONGEST_WAIT_MS);
    }
    await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
