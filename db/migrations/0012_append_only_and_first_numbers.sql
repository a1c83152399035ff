-- What is written down stays as it was written: rows may be added, and the oldest forgotten after their time, nothing else.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."at" < now() - interval '24 months' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_log_append_only" BEFORE UPDATE OR DELETE ON "audit_log"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_log_no_truncate" BEFORE TRUNCATE ON "audit_log"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
--> statement-breakpoint
-- Who had said yes before the table was there: the first of the yeses that no word has taken back since.
INSERT INTO "sharings" ("campaign_id", "signature_id", "recipient_id", "country", "locale", "since")
SELECT yes."campaign_id", yes."signature_id", coalesce(yes."partner_id", campaigns."host_id"),
  signatures."country", signatures."locale", min(yes."recorded_at")
FROM "consents" AS yes
JOIN "signatures" ON signatures."campaign_id" = yes."campaign_id" AND signatures."id" = yes."signature_id"
JOIN "campaigns" ON campaigns."id" = yes."campaign_id"
WHERE yes."purpose" <> 'petition' AND yes."granted" AND NOT EXISTS (
  SELECT FROM "consents" AS word
  WHERE word."campaign_id" = yes."campaign_id" AND word."signature_id" = yes."signature_id"
    AND word."purpose" = yes."purpose" AND word."partner_id" IS NOT DISTINCT FROM yes."partner_id"
    AND NOT word."granted" AND word."recorded_at" >= yes."recorded_at")
GROUP BY yes."campaign_id", yes."signature_id", yes."partner_id", campaigns."host_id", signatures."country", signatures."locale"
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Signatures that were counted before are taken into the numbers by the roll-up. What it does not find beside them is made here.
UPDATE "signatures" s SET "shared_with" = y.partners
FROM (
  SELECT campaign_id, signature_id, array_agg(partner_id ORDER BY partner_id) AS partners
  FROM (
    SELECT DISTINCT ON (campaign_id, signature_id, partner_id) campaign_id, signature_id, partner_id, granted
    FROM "consents" WHERE purpose = 'partner_sharing'
    ORDER BY campaign_id, signature_id, partner_id, recorded_at DESC, granted
  ) newest WHERE granted GROUP BY campaign_id, signature_id
) y
WHERE s.campaign_id = y.campaign_id AND s.id = y.signature_id;--> statement-breakpoint
INSERT INTO "daily_numbers" (campaign_id, series, day, value, count)
SELECT campaign_id, 'contact', day, channel, sum(count)::integer FROM "contact_totals"
WHERE (channel, outcome) IN (('phone', 'spoke_supportive'), ('phone', 'spoke_noncommittal'), ('phone', 'spoke_opposed'),
  ('phone', 'voicemail'), ('phone', 'prefer_not_to_say'), ('form', 'sent'), ('letter', 'posted'), ('letter', 'handed_in'),
  ('cwc', 'accepted'))
GROUP BY 1, 3, 4;
