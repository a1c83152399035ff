CREATE TABLE "link_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"state" text NOT NULL,
	"fault" text,
	"status" integer,
	"checked_at" timestamp with time zone,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_checks_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "mailing_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailing_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"mailbox_hash" text,
	"state" text NOT NULL,
	"written_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"provider_id" text,
	"bounced_at" timestamp with time zone,
	"complained_at" timestamp with time zone,
	CONSTRAINT "mailing_deliveries_once" UNIQUE("mailing_id","campaign_id","signature_id")
);
--> statement-breakpoint
CREATE TABLE "mailing_texts" (
	"mailing_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mailing_texts_mailing_id_locale_pk" PRIMARY KEY("mailing_id","locale")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid,
	"recipient_id" uuid NOT NULL,
	"campaign_id" uuid,
	"name" text NOT NULL,
	"source_locale" text NOT NULL,
	"postal_address" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"paused_why" text,
	"scheduled_at" timestamp with time zone,
	"time_zone" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"cursor" jsonb,
	"total" integer DEFAULT 0 NOT NULL,
	"looked_at" integer DEFAULT 0 NOT NULL,
	"picked" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"excused_complaints" integer DEFAULT 0 NOT NULL,
	"excused_delivered" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "number_notes" DROP CONSTRAINT "number_notes_mailing_id_unique";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "proposed_routing" jsonb;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "for_campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_events" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "mail_events" ADD COLUMN "suppresses" text;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD COLUMN "mailing_id" uuid;--> statement-breakpoint
ALTER TABLE "mailing_deliveries" ADD CONSTRAINT "mailing_deliveries_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_deliveries" ADD CONSTRAINT "mailing_deliveries_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_texts" ADD CONSTRAINT "mailing_texts_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_texts" ADD CONSTRAINT "mailing_texts_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_checks_by_age" ON "link_checks" USING btree ("checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mailing_deliveries_one_per_mailbox" ON "mailing_deliveries" USING btree ("mailing_id","mailbox_hash") WHERE "mailing_deliveries"."mailbox_hash" is not null;--> statement-breakpoint
CREATE INDEX "mailing_deliveries_by_signature" ON "mailing_deliveries" USING btree ("campaign_id","signature_id");--> statement-breakpoint
CREATE INDEX "mailing_deliveries_open" ON "mailing_deliveries" USING btree ("mailing_id","state") WHERE "mailing_deliveries"."state" in ('waiting', 'held');--> statement-breakpoint
CREATE INDEX "mailing_deliveries_by_provider" ON "mailing_deliveries" USING btree ("provider_id") WHERE "mailing_deliveries"."provider_id" is not null;--> statement-breakpoint
CREATE INDEX "mailings_by_organization" ON "mailings" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "mailings_due" ON "mailings" USING btree ("scheduled_at") WHERE "mailings"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "mailings_stopped" ON "mailings" USING btree ("partner_id") WHERE "mailings"."state" = 'stopped';--> statement-breakpoint
CREATE INDEX "mailings_ended" ON "mailings" USING btree ("ended_at") WHERE "mailings"."ended_at" is not null;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD CONSTRAINT "partner_actions_for_campaign_id_campaigns_id_fk" FOREIGN KEY ("for_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_actions_for_campaign" ON "partner_actions" USING btree ("for_campaign_id");--> statement-breakpoint
CREATE INDEX "signatures_suspicious" ON "signatures" USING btree ("campaign_id","petition_id","id") WHERE ("signatures"."signals" <> '{}' and "signatures"."held_at" is null and "signatures"."released_at" is null);--> statement-breakpoint
CREATE INDEX "mail_events_by_provider" ON "mail_events" USING btree ("provider_id") WHERE "mail_events"."provider_id" is not null;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_of_mailing" UNIQUE("mailing_id","campaign_id");