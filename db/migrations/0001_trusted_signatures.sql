CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"campaign_id" uuid,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network_keys" (
	"day" date PRIMARY KEY NOT NULL,
	"key_sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spent_challenges" (
	"challenge_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strikes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"criteria" jsonb NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"matched" integer NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"ordered_by" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_hash" text NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_address_hash_reason_pk" PRIMARY KEY("address_hash","reason")
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "switches" (
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "switches_name_scope_pk" PRIMARY KEY("name","scope")
);
--> statement-breakpoint
CREATE TABLE "petition_totals" (
	"campaign_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"count" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "petition_totals_campaign_id_petition_id_pk" PRIMARY KEY("campaign_id","petition_id")
);
--> statement-breakpoint
CREATE TABLE "recounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"rows" bigint NOT NULL,
	"total" bigint NOT NULL,
	"regions" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region_backlog" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"country" char(2) NOT NULL,
	"us_state" text NOT NULL,
	"us_district" smallint NOT NULL,
	"delta" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region_totals" (
	"campaign_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"country" char(2) NOT NULL,
	"us_state" text NOT NULL,
	"us_district" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "region_totals_campaign_id_petition_id_country_us_state_us_district_pk" PRIMARY KEY("campaign_id","petition_id","country","us_state","us_district")
);
--> statement-breakpoint
DROP INDEX "signatures_by_state";--> statement-breakpoint
DROP INDEX "signatures_pending";--> statement-breakpoint
ALTER TABLE "confirmations" ADD COLUMN "by_code_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "network_hash" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "domain_hash" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "signals" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "strike_id" uuid;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_country" char(2);--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_us_state" char(2);--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_us_district" smallint;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_petition_id_petitions_id_fk" FOREIGN KEY ("petition_id") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_time" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "spent_challenges_expiry" ON "spent_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "mail_events_received" ON "mail_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_by_signature" ON "unsubscribe_links" USING btree ("campaign_id","signature_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_expiry" ON "unsubscribe_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "region_backlog_by_petition" ON "region_backlog" USING btree ("campaign_id","petition_id");--> statement-breakpoint
CREATE INDEX "signatures_to_count" ON "signatures" USING btree ("petition_id") WHERE (("signatures"."state" = 'confirmed' and "signatures"."held_at" is null) <> ("signatures"."counted_at" is not null) or ("signatures"."counted_at" is not null and ("signatures"."state" = 'confirmed' and "signatures"."held_at" is null) and ("signatures"."counted_country", "signatures"."counted_us_state", "signatures"."counted_us_district") is distinct from ("signatures"."country", "signatures"."us_state", "signatures"."us_district")));--> statement-breakpoint
CREATE INDEX "signatures_by_network" ON "signatures" USING btree ("campaign_id","petition_id","network_hash","signed_at") WHERE "signatures"."network_hash" is not null;--> statement-breakpoint
CREATE INDEX "signatures_held" ON "signatures" USING btree ("campaign_id","petition_id","id") WHERE "signatures"."held_at" is not null;--> statement-breakpoint
CREATE INDEX "signatures_struck" ON "signatures" USING btree ("campaign_id","strike_id","id") WHERE "signatures"."strike_id" is not null;--> statement-breakpoint
CREATE INDEX "signatures_pending" ON "signatures" USING btree ("reminded_at","signed_at") WHERE "signatures"."state" = 'pending';