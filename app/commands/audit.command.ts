import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { staffCommand, UsageError } from "./staff-command";

/** Goes through the chain of the audit log; exits 1 where it was tampered with. */
await staffCommand(
  () => {
    if (process.argv[2] !== "verify") throw new UsageError("Say what to do: npm run audit:log -- verify");
  },
  async ({ ctx }) => {
    const { rows, lastHash, broken } = await verifyAudit(ctx);
    if (broken !== null) {
      console.log(`Entry ${broken.position} does not fit (${broken.why}); ${rows} entries before it do.`);
      process.exitCode = 1;
      return;
    }
    console.log(`${rows} entries, each fits to the one before.`);
    console.log(`Last hash: ${lastHash}`);
  },
);
