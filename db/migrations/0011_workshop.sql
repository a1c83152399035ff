CREATE TABLE "campaign_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"note" text,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "campaign_wordings" (
	"campaign_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"locale" text NOT NULL,
	"wording_id" uuid NOT NULL,
	CONSTRAINT "campaign_wordings_campaign_id_purpose_locale_pk" PRIMARY KEY("campaign_id","purpose","locale")
);
--> statement-breakpoint
CREATE TABLE "unfinished_texts" (
	"item_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"user_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"based_on_number" integer,
	"based_on_sha256" text,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unfinished_texts_item_id_locale_user_id_pk" PRIMARY KEY("item_id","locale","user_id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "public_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "publish_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "countries" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "image_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "logo_image_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "brand_colour" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "short_name" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "proposed_facts" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "facts_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "facts_by" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "facts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "held_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_approvals" ADD CONSTRAINT "campaign_approvals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_approvals" ADD CONSTRAINT "campaign_approvals_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_wordings" ADD CONSTRAINT "campaign_wordings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_wordings" ADD CONSTRAINT "campaign_wordings_wording_id_consent_wordings_id_fk" FOREIGN KEY ("wording_id") REFERENCES "public"."consent_wordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfinished_texts" ADD CONSTRAINT "unfinished_texts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfinished_texts" ADD CONSTRAINT "unfinished_texts_item_id_content_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."content_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_approvals_open" ON "campaign_approvals" USING btree ("campaign_id") WHERE "campaign_approvals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "campaign_approvals_by_campaign" ON "campaign_approvals" USING btree ("campaign_id","requested_at");--> statement-breakpoint
CREATE INDEX "unfinished_texts_by_time" ON "unfinished_texts" USING btree ("saved_at");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_logo_image_id_images_id_fk" FOREIGN KEY ("logo_image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_by_partner" ON "campaigns" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "campaigns_due" ON "campaigns" USING btree ("publish_at") WHERE "campaigns"."publish_at" is not null;