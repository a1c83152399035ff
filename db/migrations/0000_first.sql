CREATE TABLE "campaign_partners" (
	"campaign_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "campaign_partners_campaign_id_partner_id_pk" PRIMARY KEY("campaign_id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_translations" (
	"campaign_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "campaign_translations_campaign_id_locale_pk" PRIMARY KEY("campaign_id","locale")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"partner_id" uuid,
	"slug" text NOT NULL,
	"is_flagship" boolean NOT NULL,
	"is_sample" boolean NOT NULL,
	"status" text NOT NULL,
	"goal" integer NOT NULL,
	"default_locale" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaigns_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "congress_facts" (
	"congress" smallint PRIMARY KEY NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	"licence" text NOT NULL,
	"attribution" text NOT NULL,
	"revision" integer NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"congress" smallint NOT NULL,
	"state" char(2) NOT NULL,
	"district" smallint NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "districts_congress_state_district_pk" PRIMARY KEY("congress","state","district")
);
--> statement-breakpoint
CREATE TABLE "lawmakers" (
	"congress" smallint NOT NULL,
	"bioguide" text NOT NULL,
	"chamber" text NOT NULL,
	"title" text NOT NULL,
	"is_voting" boolean NOT NULL,
	"name" text NOT NULL,
	"last_name" text NOT NULL,
	"party" text NOT NULL,
	"state" char(2) NOT NULL,
	"district" smallint,
	"senate_class" smallint,
	"term_start" date NOT NULL,
	"term_end" date NOT NULL,
	"phone" text,
	"address" text,
	"website" text,
	"contact_form" text,
	"contact_form_as_of" date,
	"cwc_office_code" text,
	"local_offices" jsonb NOT NULL,
	"contact_form_facts" jsonb,
	CONSTRAINT "lawmakers_congress_bioguide_pk" PRIMARY KEY("congress","bioguide")
);
--> statement-breakpoint
CREATE TABLE "zip_districts" (
	"congress" smallint NOT NULL,
	"zip" char(5) NOT NULL,
	"state" char(2) NOT NULL,
	"district" smallint NOT NULL,
	"weight" real NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "zip_districts_congress_zip_state_district_pk" PRIMARY KEY("congress","zip","state","district")
);
--> statement-breakpoint
CREATE TABLE "zip_prefixes" (
	"congress" smallint NOT NULL,
	"prefix" char(3) NOT NULL,
	"states" text[] NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "zip_prefixes_congress_prefix_pk" PRIMARY KEY("congress","prefix")
);
--> statement-breakpoint
CREATE TABLE "consent_wordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"version" integer NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"partner_id" uuid,
	"granted" boolean NOT NULL,
	"wording_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"source" text NOT NULL,
	"gpc" boolean NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "hosts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hosts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "message_templates" (
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "message_templates_campaign_id_kind_locale_pk" PRIMARY KEY("campaign_id","kind","locale")
);
--> statement-breakpoint
CREATE TABLE "local_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"unique_key" text,
	"priority" smallint NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"state_sealed" text,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	CONSTRAINT "outbox_unique_key_unique" UNIQUE("unique_key")
);
--> statement-breakpoint
CREATE TABLE "partner_action_translations" (
	"action_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"cta" text NOT NULL,
	CONSTRAINT "partner_action_translations_action_id_locale_pk" PRIMARY KEY("action_id","locale")
);
--> statement-breakpoint
CREATE TABLE "partner_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"campaign_id" uuid,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"countries" text[] NOT NULL,
	"is_worldwide" boolean NOT NULL,
	"is_pinned" boolean NOT NULL,
	"principles" text[] NOT NULL,
	"status" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_actions_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" char(2) NOT NULL,
	"serves_countries" text[] NOT NULL,
	"locales" text[] NOT NULL,
	"default_locale" text NOT NULL,
	"website" text NOT NULL,
	"description" jsonb NOT NULL,
	"status" text NOT NULL,
	"is_sample" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partners_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "petition_translations" (
	"petition_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "petition_translations_petition_id_locale_pk" PRIMARY KEY("petition_id","locale")
);
--> statement-breakpoint
CREATE TABLE "petitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	CONSTRAINT "petitions_campaign_id_unique" UNIQUE("campaign_id")
);
--> statement-breakpoint
CREATE TABLE "principle_translations" (
	"slug" text NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"short" text NOT NULL,
	"long" text NOT NULL,
	CONSTRAINT "principle_translations_slug_locale_pk" PRIMARY KEY("slug","locale")
);
--> statement-breakpoint
CREATE TABLE "principles" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "principles_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"iso2" char(2) PRIMARY KEY NOT NULL,
	"region_code" text NOT NULL,
	"groups" text[] NOT NULL,
	"alias_subdivision" text,
	"actions" text[],
	"law_name" text,
	"regulator" jsonb
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"parent_code" text,
	CONSTRAINT "regions_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "routing_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"campaign_id" uuid,
	"key" text NOT NULL,
	"priority" integer NOT NULL,
	"match" jsonb NOT NULL,
	"actions" text[],
	CONSTRAINT "routing_rules_key" UNIQUE NULLS NOT DISTINCT("host_id","campaign_id","key")
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"choices" jsonb NOT NULL,
	"country" char(2) NOT NULL,
	"postal_code_sealed" text,
	"token_hash" text,
	"code_hash" text,
	"code_attempts" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "confirmations_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"state" text NOT NULL,
	"mailbox_hash" text NOT NULL,
	"identity_hash" text NOT NULL,
	"mailbox_slot" smallint NOT NULL,
	"name_sealed" text NOT NULL,
	"email_sealed" text NOT NULL,
	"country" char(2) NOT NULL,
	"us_state" char(2),
	"us_district" smallint,
	"locale" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "signatures_campaign_id_id_pk" PRIMARY KEY("campaign_id","id"),
	CONSTRAINT "signatures_mailbox_slot" CHECK ("signatures"."mailbox_slot" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "supporter_actions" (
	"campaign_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"bioguide" text NOT NULL,
	"us_state" char(2) NOT NULL,
	"us_district" smallint,
	"locale" text NOT NULL,
	"request_key" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "supporter_actions_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "update_translations" (
	"slug" text NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"dek" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "update_translations_slug_locale_pk" PRIMARY KEY("slug","locale")
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"slug" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"is_sample" boolean NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"countries" text[] NOT NULL,
	"principles" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign_partners" ADD CONSTRAINT "campaign_partners_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_partners" ADD CONSTRAINT "campaign_partners_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD CONSTRAINT "campaign_translations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_host_id_hosts_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."hosts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "districts" ADD CONSTRAINT "districts_congress_congress_facts_congress_fk" FOREIGN KEY ("congress") REFERENCES "public"."congress_facts"("congress") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lawmakers" ADD CONSTRAINT "lawmakers_congress_congress_facts_congress_fk" FOREIGN KEY ("congress") REFERENCES "public"."congress_facts"("congress") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zip_districts" ADD CONSTRAINT "zip_districts_congress_congress_facts_congress_fk" FOREIGN KEY ("congress") REFERENCES "public"."congress_facts"("congress") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zip_prefixes" ADD CONSTRAINT "zip_prefixes_congress_congress_facts_congress_fk" FOREIGN KEY ("congress") REFERENCES "public"."congress_facts"("congress") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_wordings" ADD CONSTRAINT "consent_wordings_host_id_hosts_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."hosts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_wording_id_consent_wordings_id_fk" FOREIGN KEY ("wording_id") REFERENCES "public"."consent_wordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_templates" ADD CONSTRAINT "message_templates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_action_translations" ADD CONSTRAINT "partner_action_translations_action_id_partner_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."partner_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD CONSTRAINT "partner_actions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_actions" ADD CONSTRAINT "partner_actions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_host_id_hosts_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."hosts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_translations" ADD CONSTRAINT "petition_translations_petition_id_petitions_id_fk" FOREIGN KEY ("petition_id") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petitions" ADD CONSTRAINT "petitions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "principle_translations" ADD CONSTRAINT "principle_translations_slug_principles_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."principles"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_host_id_hosts_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."hosts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_petition_id_petitions_id_fk" FOREIGN KEY ("petition_id") REFERENCES "public"."petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_actions" ADD CONSTRAINT "supporter_actions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_translations" ADD CONSTRAINT "update_translations_slug_updates_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."updates"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lawmakers_by_seat" ON "lawmakers" USING btree ("congress","state","district");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_wordings_version" ON "consent_wordings" USING btree ("host_id","purpose","version","locale");--> statement-breakpoint
CREATE INDEX "consents_by_signature" ON "consents" USING btree ("campaign_id","signature_id","purpose");--> statement-breakpoint
CREATE INDEX "consents_by_partner" ON "consents" USING btree ("campaign_id","partner_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("priority","run_at") WHERE "outbox"."done_at" is null and "outbox"."dead_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_done" ON "outbox" USING btree ("done_at") WHERE "outbox"."done_at" is not null;--> statement-breakpoint
CREATE INDEX "confirmations_with_postal_code" ON "confirmations" USING btree ("used_at") WHERE "confirmations"."postal_code_sealed" is not null;--> statement-breakpoint
CREATE INDEX "confirmations_by_token" ON "confirmations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "confirmations_by_signature" ON "confirmations" USING btree ("campaign_id","signature_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_one_per_identity" ON "signatures" USING btree ("campaign_id","petition_id","identity_hash") WHERE "signatures"."state" <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_two_per_mailbox" ON "signatures" USING btree ("campaign_id","petition_id","mailbox_hash","mailbox_slot") WHERE "signatures"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "signatures_by_state" ON "signatures" USING btree ("campaign_id","petition_id","state");--> statement-breakpoint
CREATE INDEX "signatures_pending" ON "signatures" USING btree ("signed_at") WHERE "signatures"."state" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "supporter_actions_once" ON "supporter_actions" USING btree ("campaign_id","request_key","kind","bioguide");--> statement-breakpoint
CREATE INDEX "supporter_actions_by_office" ON "supporter_actions" USING btree ("campaign_id","bioguide","kind");