import { makeOwner } from "~/domain/access/make-owner.server";
import { isEmailAddress } from "~/domain/signatures/email-address";
import { staffCommand, UsageError } from "./staff-command";

/** Makes an address an owner of the host and prints a link that signs in once. */
await staffCommand(
  () => {
    const [email] = process.argv.slice(2);
    if (email === undefined || !isEmailAddress(email)) {
      throw new UsageError("Say whose address: npm run owner -- ada@example.org");
    }
    return email;
  },
  async ({ ctx, env }, email) => {
    const origin = env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`;
    const token = await makeOwner(ctx, email, "en");
    console.log(`${email} is an owner of the host. This link signs in once, within 30 minutes:`);
    console.log(`${origin}/portal/sign-in/${token}`);
  },
);
