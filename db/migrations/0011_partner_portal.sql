CREATE TABLE "agreement_acceptances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agreement_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"is_backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"method" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"proven_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_hash" text NOT NULL,
	"locale" text NOT NULL,
	"session_id" uuid,
	"token_hash" text,
	"code_hash" text,
	"code_attempts" smallint DEFAULT 0 NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_requests_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "spent_passkey_challenges" (
	"challenge_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
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
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid,
	"email_sealed" text NOT NULL,
	"email_hash" text NOT NULL,
	"roles" text[] NOT NULL,
	"locale" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token_hash" text,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"partner_id" uuid,
	"roles" text[] NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_sealed" text NOT NULL,
	"email_hash" text NOT NULL,
	"name_sealed" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "users_email_hash_unique" UNIQUE("email_hash")
);
--> statement-breakpoint
DROP INDEX "signatures_to_count";--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "partner_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "previous_hash" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" text;--> statement-breakpoint
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
ALTER TABLE "partners" ADD COLUMN "needs_approval" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "shared_with" uuid[];--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_locale" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "counted_shared_with" uuid[];--> statement-breakpoint
ALTER TABLE "region_backlog" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "agreement_acceptances" ADD CONSTRAINT "agreement_acceptances_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_acceptances" ADD CONSTRAINT "agreement_acceptances_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_acceptances" ADD CONSTRAINT "agreement_acceptances_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_host_id_hosts_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."hosts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_approvals" ADD CONSTRAINT "campaign_approvals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_approvals" ADD CONSTRAINT "campaign_approvals_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_wordings" ADD CONSTRAINT "campaign_wordings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_wordings" ADD CONSTRAINT "campaign_wordings_wording_id_consent_wordings_id_fk" FOREIGN KEY ("wording_id") REFERENCES "public"."consent_wordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsement_links" ADD CONSTRAINT "endorsement_links_campaign_id_endorsement_id_endorsements_campaign_id_id_fk" FOREIGN KEY ("campaign_id","endorsement_id") REFERENCES "public"."endorsements"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_wording_id_consent_wordings_id_fk" FOREIGN KEY ("wording_id") REFERENCES "public"."consent_wordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_endorsements" ADD CONSTRAINT "public_endorsements_campaign_id_id_endorsements_campaign_id_id_fk" FOREIGN KEY ("campaign_id","id") REFERENCES "public"."endorsements"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "encryption_keys" ADD CONSTRAINT "encryption_keys_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "encryption_keys" ADD CONSTRAINT "encryption_keys_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_chunks" ADD CONSTRAINT "export_chunks_export_id_supporter_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."supporter_exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_exports" ADD CONSTRAINT "supporter_exports_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_exports" ADD CONSTRAINT "supporter_exports_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_exports" ADD CONSTRAINT "supporter_exports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_notes" ADD CONSTRAINT "number_notes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_deliveries" ADD CONSTRAINT "petition_deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_deliveries" ADD CONSTRAINT "petition_deliveries_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_delivery_files" ADD CONSTRAINT "petition_delivery_files_delivery_id_petition_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."petition_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_delivery_parts" ADD CONSTRAINT "petition_delivery_parts_delivery_id_petition_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."petition_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_delivery_people" ADD CONSTRAINT "petition_delivery_people_delivery_id_petition_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."petition_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_signatures" ADD CONSTRAINT "public_signatures_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharings" ADD CONSTRAINT "sharings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharings" ADD CONSTRAINT "sharings_campaign_id_signature_id_signatures_campaign_id_id_fk" FOREIGN KEY ("campaign_id","signature_id") REFERENCES "public"."signatures"("campaign_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfinished_texts" ADD CONSTRAINT "unfinished_texts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfinished_texts" ADD CONSTRAINT "unfinished_texts_item_id_content_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."content_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_acceptances_by_partner" ON "agreement_acceptances" USING btree ("partner_id","accepted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_version" ON "agreements" USING btree ("host_id","kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_approvals_open" ON "campaign_approvals" USING btree ("campaign_id") WHERE "campaign_approvals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "campaign_approvals_by_campaign" ON "campaign_approvals" USING btree ("campaign_id","requested_at");--> statement-breakpoint
CREATE INDEX "endorsement_links_by_endorsement" ON "endorsement_links" USING btree ("campaign_id","endorsement_id","created_at");--> statement-breakpoint
CREATE INDEX "endorsement_links_expiry" ON "endorsement_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "endorsements_one_per_mailbox" ON "endorsements" USING btree ("campaign_id","mailbox_hash") WHERE "endorsements"."state" in ('confirmed', 'approved', 'hidden');--> statement-breakpoint
CREATE INDEX "endorsements_by_mailbox" ON "endorsements" USING btree ("campaign_id","mailbox_hash","sent_at");--> statement-breakpoint
CREATE INDEX "endorsements_by_state" ON "endorsements" USING btree ("campaign_id","state","sent_at");--> statement-breakpoint
CREATE INDEX "endorsements_over" ON "endorsements" USING btree ("state","sent_at");--> statement-breakpoint
CREATE INDEX "public_endorsements_by_kind" ON "public_endorsements" USING btree ("campaign_id","kind","country","since");--> statement-breakpoint
CREATE INDEX "encryption_keys_by_organization" ON "encryption_keys" USING btree ("partner_id") WHERE "encryption_keys"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "supporter_exports_by_organization" ON "supporter_exports" USING btree ("partner_id","requested_at");--> statement-breakpoint
CREATE INDEX "supporter_exports_ready" ON "supporter_exports" USING btree ("expires_at") WHERE "supporter_exports"."state" = 'ready';--> statement-breakpoint
CREATE INDEX "supporter_exports_ended" ON "supporter_exports" USING btree ("ended_at") WHERE "supporter_exports"."state" = 'over';--> statement-breakpoint
CREATE INDEX "number_notes_by_time" ON "number_notes" USING btree ("campaign_id","at");--> statement-breakpoint
CREATE INDEX "partner_yes_totals_by_partner" ON "partner_yes_totals" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "petition_deliveries_by_campaign" ON "petition_deliveries" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "petition_deliveries_by_state" ON "petition_deliveries" USING btree ("state","ready_at");--> statement-breakpoint
CREATE INDEX "petition_delivery_people_by_place" ON "petition_delivery_people" USING btree ("delivery_id","us_state","us_district","signature_id");--> statement-breakpoint
CREATE INDEX "public_signatures_comments" ON "public_signatures" USING btree ("campaign_id","comment_state","signature_id") WHERE "public_signatures"."comment_state" <> 'none';--> statement-breakpoint
CREATE UNIQUE INDEX "sharings_by_subject" ON "sharings" USING btree ("campaign_id","subject_id");--> statement-breakpoint
CREATE INDEX "sharings_standing" ON "sharings" USING btree ("campaign_id","recipient_id","since","subject_id") WHERE "sharings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sharings_by_country" ON "sharings" USING btree ("campaign_id","recipient_id","country","since","subject_id") WHERE "sharings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sharings_by_locale" ON "sharings" USING btree ("campaign_id","recipient_id","locale","since","subject_id") WHERE "sharings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "passkeys_by_user" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_requests_by_address" ON "sign_in_requests" USING btree ("email_hash","requested_at");--> statement-breakpoint
CREATE INDEX "sign_in_requests_by_time" ON "sign_in_requests" USING btree ("requested_at");--> statement-breakpoint
CREATE INDEX "spent_passkey_challenges_expiry" ON "spent_passkey_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "unfinished_texts_by_time" ON "unfinished_texts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "invitations_by_organization" ON "invitations" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_of_partner" ON "memberships" USING btree ("user_id","partner_id") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_of_host" ON "memberships" USING btree ("user_id") WHERE "memberships"."ended_at" is null and "memberships"."partner_id" is null;--> statement-breakpoint
CREATE INDEX "memberships_by_organization" ON "memberships" USING btree ("partner_id") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_image_id_images_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_logo_image_id_images_id_fk" FOREIGN KEY ("logo_image_id") REFERENCES "public"."images"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_position" ON "audit_log" USING btree ("position");--> statement-breakpoint
CREATE INDEX "audit_log_by_partner" ON "audit_log" USING btree ("partner_id","at");--> statement-breakpoint
CREATE INDEX "campaigns_by_partner" ON "campaigns" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "campaigns_due" ON "campaigns" USING btree ("publish_at") WHERE "campaigns"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "signatures_to_count" ON "signatures" USING btree ("petition_id") WHERE (("signatures"."state" = 'confirmed' and "signatures"."held_at" is null) <> ("signatures"."counted_at" is not null) or ("signatures"."counted_at" is not null and ("signatures"."state" = 'confirmed' and "signatures"."held_at" is null) and ("signatures"."counted_country", "signatures"."counted_us_state", "signatures"."counted_us_district", "signatures"."counted_locale", "signatures"."counted_shared_with") is distinct from ("signatures"."country", "signatures"."us_state", "signatures"."us_district", "signatures"."locale", "signatures"."shared_with")));