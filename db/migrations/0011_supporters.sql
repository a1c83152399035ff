CREATE TABLE "encryption_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid,
	"label" text NOT NULL,
	"recipient" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "export_chunks" (
	"export_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"rows_sealed" text NOT NULL,
	CONSTRAINT "export_chunks_export_id_number_pk" PRIMARY KEY("export_id","number")
);
--> statement-breakpoint
CREATE TABLE "supporter_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid,
	"recipient_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"campaign_id" uuid,
	"since_from" timestamp with time zone,
	"since_before" timestamp with time zone,
	"columns" text[] NOT NULL,
	"has_byte_order_mark" boolean NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"state" text NOT NULL,
	"ended_as" text,
	"total" integer,
	"looked_at" integer DEFAULT 0 NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"chunks" integer DEFAULT 0 NOT NULL,
	"cursor" jsonb,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"downloads" smallint DEFAULT 0 NOT NULL,
	"download_id" uuid,
	"downloading_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sharings" (
	"campaign_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"subject_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"country" char(2) NOT NULL,
	"locale" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sharings_campaign_id_signature_id_recipient_id_pk" PRIMARY KEY("campaign_id","signature_id","recipient_id")
);
--> statement-breakpoint
ALTER TABLE "encryption_keys" ADD CONSTRAINT "encryption_keys_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "encryption_keys" ADD CONSTRAINT "encryption_keys_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_chunks" ADD CONSTRAINT "export_chunks_export_id_supporter_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."supporter_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_exports" ADD CONSTRAINT "supporter_exports_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_exports" ADD CONSTRAINT "supporter_exports_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_exports" ADD CONSTRAINT "supporter_exports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharings" ADD CONSTRAINT "sharings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharings" ADD CONSTRAINT "sharings_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "encryption_keys_by_organization" ON "encryption_keys" USING btree ("partner_id") WHERE "encryption_keys"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "supporter_exports_by_organization" ON "supporter_exports" USING btree ("partner_id","requested_at");--> statement-breakpoint
CREATE INDEX "supporter_exports_ready" ON "supporter_exports" USING btree ("expires_at") WHERE "supporter_exports"."state" = 'ready';--> statement-breakpoint
CREATE INDEX "supporter_exports_ended" ON "supporter_exports" USING btree ("ended_at") WHERE "supporter_exports"."state" = 'over';--> statement-breakpoint
CREATE UNIQUE INDEX "sharings_by_subject" ON "sharings" USING btree ("campaign_id","subject_id");--> statement-breakpoint
CREATE INDEX "sharings_standing" ON "sharings" USING btree ("campaign_id","recipient_id","since","subject_id") WHERE "sharings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sharings_by_country" ON "sharings" USING btree ("campaign_id","recipient_id","country","since","subject_id") WHERE "sharings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sharings_by_locale" ON "sharings" USING btree ("campaign_id","recipient_id","locale","since","subject_id") WHERE "sharings"."ended_at" is null;