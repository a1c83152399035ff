CREATE TABLE "daily_numbers" (
	"campaign_id" uuid NOT NULL,
	"series" text NOT NULL,
	"day" date NOT NULL,
	"value" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "daily_numbers_campaign_id_series_day_value_pk" PRIMARY KEY("campaign_id","series","day","value")
);
--> statement-breakpoint
CREATE TABLE "hourly_numbers" (
	"campaign_id" uuid NOT NULL,
	"series" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "hourly_numbers_campaign_id_series_hour_pk" PRIMARY KEY("campaign_id","series","hour")
);
--> statement-breakpoint
CREATE TABLE "number_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"partner_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"mailing_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "number_notes_mailing_id_unique" UNIQUE("mailing_id")
);
--> statement-breakpoint
CREATE TABLE "partner_yes_totals" (
	"campaign_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "partner_yes_totals_campaign_id_partner_id_pk" PRIMARY KEY("campaign_id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "signed_backlog" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "signatures_to_count";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "shared_with" uuid[];--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_locale" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_shared_with" uuid[];--> statement-breakpoint
ALTER TABLE "region_backlog" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "number_notes_by_time" ON "number_notes" USING btree ("campaign_id","at");--> statement-breakpoint
CREATE INDEX "partner_yes_totals_by_partner" ON "partner_yes_totals" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "signatures_to_count" ON "signatures" USING btree ("petition_id") WHERE (("signatures"."state" = 'confirmed' and "signatures"."held_at" is null) <> ("signatures"."counted_at" is not null) or ("signatures"."counted_at" is not null and ("signatures"."state" = 'confirmed' and "signatures"."held_at" is null) and ("signatures"."counted_country", "signatures"."counted_us_state", "signatures"."counted_us_district", "signatures"."counted_locale", "signatures"."counted_shared_with") is distinct from ("signatures"."country", "signatures"."us_state", "signatures"."us_district", "signatures"."locale", "signatures"."shared_with")));