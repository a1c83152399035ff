/** `takes-none`: the DNS says for certain that no mail can be delivered there. `unknown`: it was not asked, or did not answer. */
export type MailDomainAnswer = "takes-mail" | "takes-none" | "unknown";

/** What the DNS says about the domains of addresses. */
export interface MailDomains {
  /** What is known without asking; null where asking may help. */
  known(domain: string): MailDomainAnswer | null;
  /** Asks, for two seconds at most. Never throws. */
  lookUp(domain: string): Promise<MailDomainAnswer>;
}

/** Asks nobody: for the demo, and wherever no mail leaves. */
export const noMailDomains: MailDomains = { known: () => "unknown", lookUp: async () => "unknown" };
