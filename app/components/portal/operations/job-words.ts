import { useTranslation } from "react-i18next";

/** Later work that has words below `jobs` in `locales/<locale>/portal-trust.json`. */
const wordedJobs = [
  "email-confirmation",
  "email-already-signed",
  "email-mailbox-full",
  "email-reminder",
  "email-confirm-delivery",
  "email-ask-answers",
  "email-sign-in",
  "email-invitation",
  "email-confirm-endorsement",
  "email-endorsement-link",
  "email-endorsement-decision",
  "email-export-ready",
  "mail-batch",
  "deliver-to-congress",
  "look-up-mail-domain",
  "sync-congress",
  "export-supporters",
  "make-petition-delivery",
  "end-petition-deliveries",
  "strike-signatures",
  "send-mailing",
  "email-mailing",
  "email-mailing-test",
  "email-mailing-stopped",
  "email-approval-decision",
  "email-approval-request",
  "check-action-link",
] as const;

/** What a kind of later work is, in words; one that has none is told by its name. */
export function useJobWords(): (name: string) => string {
  const { t } = useTranslation("portal-trust");
  return (name) => {
    const known = wordedJobs.find((one) => one === name);
    return known === undefined ? name : t(`jobs.${known}`);
  };
}
