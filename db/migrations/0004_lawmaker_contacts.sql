CREATE TABLE "district_shapes" (
	"congress" smallint NOT NULL,
	"state" char(2) NOT NULL,
	"detail" text NOT NULL,
	"hash" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "district_shapes_congress_state_detail_pk" PRIMARY KEY("congress","state","detail")
);
--> statement-breakpoint
CREATE TABLE "former_facts" (
	"congress" smallint NOT NULL,
	"revision" integer NOT NULL,
	"as_of" date NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "former_facts_congress_revision_pk" PRIMARY KEY("congress","revision")
);
--> statement-breakpoint
CREATE TABLE "zip_places" (
	"congress" smallint NOT NULL,
	"zip" char(5) NOT NULL,
	"place" text NOT NULL,
	"state" char(2) NOT NULL,
	"latitude" real NOT NULL,
	"longitude" real NOT NULL,
	CONSTRAINT "zip_places_congress_zip_pk" PRIMARY KEY("congress","zip")
);
--> statement-breakpoint
CREATE TABLE "contact_totals" (
	"campaign_id" uuid NOT NULL,
	"office" text NOT NULL,
	"channel" text NOT NULL,
	"outcome" text NOT NULL,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "contact_totals_campaign_id_office_channel_outcome_day_pk" PRIMARY KEY("campaign_id","office","channel","outcome","day")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"congress" smallint NOT NULL,
	"office" text NOT NULL,
	"us_state" char(2) NOT NULL,
	"us_district" smallint,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"locale" text NOT NULL,
	"request_key" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"counted_at" timestamp with time zone,
	CONSTRAINT "contacts_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"supporter_hash" text NOT NULL,
	"congress" smallint NOT NULL,
	"bioguide" text NOT NULL,
	"office_code" text NOT NULL,
	"us_state" char(2) NOT NULL,
	"us_district" smallint,
	"delivery_id" char(32) NOT NULL,
	"message_sealed" text,
	"state" text NOT NULL,
	"reason" text,
	"prepared_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "deliveries_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "delivery_requests" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"constituent_sealed" text,
	"supporter_hash" text NOT NULL,
	"locale" text NOT NULL,
	"request_key" uuid NOT NULL,
	"wants_follow_up" boolean NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "delivery_requests_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email_sealed" text,
	"mailbox_hash" text NOT NULL,
	"locale" text NOT NULL,
	"offices" text[] NOT NULL,
	"congress" smallint NOT NULL,
	"wished_at" timestamp with time zone NOT NULL,
	"ask_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone,
	"token_hash" text,
	"expires_at" timestamp with time zone,
	CONSTRAINT "follow_ups_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "office_answers" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"congress" smallint NOT NULL,
	"bioguide" text NOT NULL,
	"answer" text NOT NULL,
	"answer_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "office_answers_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "office_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bioguide" text NOT NULL,
	"field" text NOT NULL,
	"was" text NOT NULL,
	"value" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" text
);
--> statement-breakpoint
CREATE TABLE "office_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"congress" smallint NOT NULL,
	"bioguide" text NOT NULL,
	"kind" text NOT NULL,
	"shown" text NOT NULL,
	"request_key" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"correction_id" uuid
);
--> statement-breakpoint
ALTER TABLE "lawmakers" ADD COLUMN "committees" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "district_shapes" ADD CONSTRAINT "district_shapes_congress_congress_facts_congress_fk" FOREIGN KEY ("congress") REFERENCES "public"."congress_facts"("congress") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zip_places" ADD CONSTRAINT "zip_places_congress_congress_facts_congress_fk" FOREIGN KEY ("congress") REFERENCES "public"."congress_facts"("congress") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_totals" ADD CONSTRAINT "contact_totals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_request_id_delivery_requests_campaign_id_id_fk" FOREIGN KEY ("campaign_id","request_id") REFERENCES "public"."delivery_requests"("campaign_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_requests" ADD CONSTRAINT "delivery_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_answers" ADD CONSTRAINT "office_answers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_totals_by_day" ON "contact_totals" USING btree ("campaign_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_once" ON "contacts" USING btree ("campaign_id","request_key","channel","office");--> statement-breakpoint
CREATE INDEX "contacts_to_count" ON "contacts" USING btree ("campaign_id","id") WHERE "contacts"."counted_at" is null;--> statement-breakpoint
CREATE INDEX "contacts_by_time" ON "contacts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_by_delivery_id" ON "deliveries" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_per_office" ON "deliveries" USING btree ("campaign_id","supporter_hash","bioguide") WHERE "deliveries"."state" in ('queued', 'submitted', 'accepted');--> statement-breakpoint
CREATE INDEX "deliveries_by_request" ON "deliveries" USING btree ("campaign_id","request_id");--> statement-breakpoint
CREATE INDEX "deliveries_ended" ON "deliveries" USING btree ("ended_at") WHERE "deliveries"."message_sealed" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_requests_token" ON "delivery_requests" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_requests_once" ON "delivery_requests" USING btree ("campaign_id","request_key");--> statement-breakpoint
CREATE INDEX "delivery_requests_expiry" ON "delivery_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_token" ON "follow_ups" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_one_per_mailbox" ON "follow_ups" USING btree ("campaign_id","mailbox_hash");--> statement-breakpoint
CREATE INDEX "follow_ups_due" ON "follow_ups" USING btree ("ask_at") WHERE "follow_ups"."asked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "office_answers_once" ON "office_answers" USING btree ("campaign_id","answer_key","bioguide");--> statement-breakpoint
CREATE INDEX "office_answers_by_office" ON "office_answers" USING btree ("campaign_id","bioguide");--> statement-breakpoint
CREATE INDEX "office_corrections_by_office" ON "office_corrections" USING btree ("bioguide");--> statement-breakpoint
CREATE UNIQUE INDEX "office_reports_once" ON "office_reports" USING btree ("request_key","kind","bioguide");--> statement-breakpoint
CREATE INDEX "office_reports_by_office" ON "office_reports" USING btree ("bioguide","at");