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
