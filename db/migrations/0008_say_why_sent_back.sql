ALTER TABLE "content_revisions" ADD COLUMN "sent_back_by" text;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD COLUMN "sent_back_reason" text;