CREATE TABLE "endorsement_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"endorsement_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "endorsements" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"content_sealed" text,
	"email_sealed" text,
	"mailbox_hash" text,
	"country" char(2) NOT NULL,
	"locale" text NOT NULL,
	"wording_id" uuid NOT NULL,
	"gpc" boolean NOT NULL,
	"signals" text[] DEFAULT '{}' NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason_sealed" text,
	"removed_at" timestamp with time zone,
	CONSTRAINT "endorsements_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "public_endorsements" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"affiliation" text NOT NULL,
	"role" text NOT NULL,
	"country" char(2) NOT NULL,
	"sentence" text NOT NULL,
	"website" text NOT NULL,
	"locale" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"searched" text NOT NULL,
	CONSTRAINT "public_endorsements_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "petition_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"locale" text NOT NULL,
	"for_lawmakers" boolean NOT NULL,
	"state" text NOT NULL,
	"end_reason" text,
	"beginning" integer NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"facts" jsonb,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"cursor" jsonb NOT NULL,
	"sha256" text,
	"ready_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "petition_delivery_files" (
	"delivery_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"crc32" bigint NOT NULL,
	CONSTRAINT "petition_delivery_files_delivery_id_name_pk" PRIMARY KEY("delivery_id","name")
);
--> statement-breakpoint
CREATE TABLE "petition_delivery_parts" (
	"delivery_id" uuid NOT NULL,
	"name" text NOT NULL,
	"number" integer NOT NULL,
	"body_sealed" text NOT NULL,
	CONSTRAINT "petition_delivery_parts_delivery_id_name_number_pk" PRIMARY KEY("delivery_id","name","number")
);
--> statement-breakpoint
CREATE TABLE "petition_delivery_people" (
	"delivery_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"country" char(2) NOT NULL,
	"us_state" char(2),
	"us_district" smallint,
	"shows_name" boolean NOT NULL,
	"shows_comment" boolean NOT NULL,
	CONSTRAINT "petition_delivery_people_delivery_id_signature_id_pk" PRIMARY KEY("delivery_id","signature_id")
);
--> statement-breakpoint
CREATE TABLE "public_signatures" (
	"campaign_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"shows_name" boolean NOT NULL,
	"comment_sealed" text,
	"comment_state" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"moderated_at" timestamp with time zone,
	"moderated_by" uuid,
	CONSTRAINT "public_signatures_campaign_id_signature_id_pk" PRIMARY KEY("campaign_id","signature_id")
);
--> statement-breakpoint
ALTER TABLE "endorsement_links" ADD CONSTRAINT "endorsement_links_campaign_id_endorsement_id_endorsements_campaign_id_id_fk" FOREIGN KEY ("campaign_id","endorsement_id") REFERENCES "public"."endorsements"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_wording_id_consent_wordings_id_fk" FOREIGN KEY ("wording_id") REFERENCES "public"."consent_wordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_endorsements" ADD CONSTRAINT "public_endorsements_campaign_id_id_endorsements_campaign_id_id_fk" FOREIGN KEY ("campaign_id","id") REFERENCES "public"."endorsements"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_deliveries" ADD CONSTRAINT "petition_deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_deliveries" ADD CONSTRAINT "petition_deliveries_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_delivery_files" ADD CONSTRAINT "petition_delivery_files_delivery_id_petition_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."petition_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_delivery_parts" ADD CONSTRAINT "petition_delivery_parts_delivery_id_petition_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."petition_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_delivery_people" ADD CONSTRAINT "petition_delivery_people_delivery_id_petition_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."petition_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_signatures" ADD CONSTRAINT "public_signatures_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "endorsement_links_by_endorsement" ON "endorsement_links" USING btree ("campaign_id","endorsement_id","created_at");--> statement-breakpoint
CREATE INDEX "endorsement_links_expiry" ON "endorsement_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "endorsements_one_per_mailbox" ON "endorsements" USING btree ("campaign_id","mailbox_hash") WHERE "endorsements"."state" in ('confirmed', 'approved', 'hidden');--> statement-breakpoint
CREATE INDEX "endorsements_by_mailbox" ON "endorsements" USING btree ("campaign_id","mailbox_hash","sent_at");--> statement-breakpoint
CREATE INDEX "endorsements_by_state" ON "endorsements" USING btree ("campaign_id","state","sent_at");--> statement-breakpoint
CREATE INDEX "endorsements_over" ON "endorsements" USING btree ("state","sent_at");--> statement-breakpoint
CREATE INDEX "public_endorsements_by_kind" ON "public_endorsements" USING btree ("campaign_id","kind","country","since");--> statement-breakpoint
CREATE INDEX "petition_deliveries_by_campaign" ON "petition_deliveries" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "petition_deliveries_by_state" ON "petition_deliveries" USING btree ("state","ready_at");--> statement-breakpoint
CREATE INDEX "petition_delivery_people_by_place" ON "petition_delivery_people" USING btree ("delivery_id","us_state","us_district","signature_id");--> statement-breakpoint
CREATE INDEX "public_signatures_comments" ON "public_signatures" USING btree ("campaign_id","comment_state","signature_id") WHERE "public_signatures"."comment_state" <> 'none';