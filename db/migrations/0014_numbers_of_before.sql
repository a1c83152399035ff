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
