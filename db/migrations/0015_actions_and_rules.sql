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
ALTER TABLE "campaigns" ADD COLUMN "proposed_routing" jsonb;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "for_campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "link_checks_by_age" ON "link_checks" USING btree ("checked_at");--> statement-breakpoint
ALTER TABLE "partner_actions" ADD CONSTRAINT "partner_actions_for_campaign_id_campaigns_id_fk" FOREIGN KEY ("for_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_actions_for_campaign" ON "partner_actions" USING btree ("for_campaign_id");