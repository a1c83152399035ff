CREATE TABLE "content_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"partner_id" uuid,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"source_locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "content_revisions" (
	"item_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"source_number" integer,
	"state" text NOT NULL,
	"fields" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"is_machine_draft" boolean NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone,
	"legally_reviewed_by" text,
	"legally_reviewed_at" timestamp with time zone,
	"published_by" text,
	"published_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	CONSTRAINT "content_revisions_item_id_locale_number_pk" PRIMARY KEY("item_id","locale","number")
);
--> statement-breakpoint
CREATE TABLE "content_slugs" (
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"slug" text NOT NULL,
	"item_id" uuid NOT NULL,
	"is_current" boolean NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "content_slugs_kind_locale_slug_pk" PRIMARY KEY("kind","locale","slug")
);
--> statement-breakpoint
CREATE TABLE "image_files" (
	"image_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"format" text NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "image_files_image_id_width_format_pk" PRIMARY KEY("image_id","width","format")
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"credit" text,
	"is_sample" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "images_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"document" "tsvector" NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "search_documents_kind_key_locale_pk" PRIMARY KEY("kind","key","locale")
);
--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD COLUMN "is_stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_action_translations" ADD COLUMN "is_stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "petition_translations" ADD COLUMN "is_stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "principle_translations" ADD COLUMN "is_stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "update_translations" ADD COLUMN "is_stale" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "update_translations" ADD COLUMN "image_alt" text;--> statement-breakpoint
ALTER TABLE "update_translations" ADD COLUMN "corrections" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "update_translations" ADD COLUMN "words" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "facts_as_of" date;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "regions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "topics" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "authors" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "sources" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "ai_assistance" jsonb DEFAULT '{"used":false}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "license" text;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "image_id" uuid;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_host_id_hosts_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."hosts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_items" ADD CONSTRAINT "content_items_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_revisions" ADD CONSTRAINT "content_revisions_item_id_content_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."content_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_slugs" ADD CONSTRAINT "content_slugs_item_id_content_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."content_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image_files" ADD CONSTRAINT "image_files_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "content_items_key" ON "content_items" USING btree ("kind","key");--> statement-breakpoint
CREATE UNIQUE INDEX "content_revisions_published" ON "content_revisions" USING btree ("item_id","locale") WHERE "content_revisions"."state" = 'published';--> statement-breakpoint
CREATE INDEX "content_revisions_by_state" ON "content_revisions" USING btree ("state","locale");--> statement-breakpoint
CREATE UNIQUE INDEX "content_slugs_current" ON "content_slugs" USING btree ("item_id","locale") WHERE "content_slugs"."is_current";--> statement-breakpoint
CREATE INDEX "image_files_by_image" ON "image_files" USING btree ("image_id");--> statement-breakpoint
CREATE INDEX "search_documents_document" ON "search_documents" USING gin ("document");--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "updates_by_time" ON "updates" USING btree ("published_at");