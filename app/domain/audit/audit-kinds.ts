/** The actor, where no person acted. */
export const AUTOMATIC_ACTOR = "automatic";

/**
 * Everything that is written into the audit log, as `subject.verb`. Each has words below `kinds` in
 * `locales/<locale>/portal-audit.json`; what is not here is shown by its name.
 */
export const auditKinds = [
  "action.change",
  "action.create",
  "action.move",
  "action.restore",
  "action.retire",
  "agreement.accept",
  "agreement.publish",
  "agreement.withdraw",
  "campaign.approve",
  "campaign.archive",
  "campaign.ask",
  "campaign.change",
  "campaign.close",
  "campaign.create",
  "campaign.pause",
  "campaign.propose",
  "campaign.publish",
  "campaign.restore",
  "campaign.resume",
  "campaign.schedule",
  "campaign.send-back",
  "campaign.take-down",
  "campaign.unschedule",
  "campaign.withdraw-request",
  "comment.approve",
  "comment.reject",
  "congress.roll-back",
  "congress.sync",
  "content.approve",
  "content.approve-legally",
  "content.archive",
  "content.create",
  "content.facts",
  "content.publish",
  "content.rename",
  "content.send-back",
  "content.submit",
  "content.undo",
  "delivery.create",
  "delivery.delete",
  "delivery.download",
  "encryption-key.add",
  "encryption-key.remove",
  "endorsement.approve",
  "endorsement.hide",
  "endorsement.reject",
  "endorsement.remove",
  "export.cancelled",
  "export.download",
  "export.downloaded",
  "export.expired",
  "export.failed",
  "export.interrupted",
  "export.request",
  "held.release",
  "keys.rotate",
  "mailing.cancel",
  "mailing.create",
  "mailing.done",
  "mailing.pause",
  "mailing.release",
  "mailing.resume",
  "mailing.schedule",
  "mailing.send",
  "mailing.stop",
  "mailing.test",
  "mailing.unschedule",
  "member.end",
  "member.invite",
  "member.join",
  "member.owner",
  "member.roles",
  "member.uninvite",
  "note.add",
  "note.remove",
  "office.correct",
  "office.set-aside",
  "office.withdraw",
  "outbox.discard",
  "outbox.retry",
  "partner.change",
  "partner.create",
  "passkey.add",
  "passkey.remove",
  "rule.add",
  "rule.change",
  "rule.move",
  "rule.remove",
  "session.begin",
  "session.end",
  "session.end-others",
  "strike.cancel",
  "strike.done",
  "strike.order",
  "strike.undo",
  "strike.undone",
  "supporter.reveal",
  "suspect.reveal",
  "switch.off",
  "switch.on",
  "totals.repair",
] as const;

export type AuditKind = (typeof auditKinds)[number];

export function isAuditKind(action: string): action is AuditKind {
  return auditKinds.some((kind) => kind === action);
}

type SubjectOf<Kind> = Kind extends `${infer Subject}.${string}` ? Subject : never;

export type AuditSubject = SubjectOf<AuditKind>;

/** What the log is about; the kinds of one stand together. */
export const auditSubjects: readonly AuditSubject[] = [...new Set(auditKinds.map((kind) => kind.split(".")[0]))].filter(
  isAuditSubject,
);

function isAuditSubject(text: string | undefined): text is AuditSubject {
  return auditKinds.some((kind) => kind.startsWith(`${text}.`));
}
