-- Routing of databases that were filled before: only where it still says what it said then.
UPDATE "countries" SET "actions" = '{us_lawmaker_contact,partner_actions,regulator_complaint,share,learn,donate}'
WHERE "iso2" = 'US' AND "actions" = '{us_lawmaker_contact,share,learn,donate}';--> statement-breakpoint
UPDATE "countries" SET "law_name" = NULL
WHERE "iso2" = 'US' AND "law_name" = 'No comprehensive federal law';--> statement-breakpoint
UPDATE "routing_rules" SET "actions" = '{us_lawmaker_contact,partner_actions,regulator_complaint,share,learn,donate}'
WHERE "key" = 'us-state' AND "campaign_id" IS NULL AND "actions" = '{us_lawmaker_contact,share,learn,donate}';--> statement-breakpoint
UPDATE "routing_rules" SET "actions" = '{us_delegate_contact,partner_actions,regulator_complaint,share,learn,donate}'
WHERE "key" = 'us-dc' AND "campaign_id" IS NULL AND "actions" = '{us_delegate_contact,share,learn,donate}';--> statement-breakpoint
UPDATE "routing_rules" SET "actions" = '{us_delegate_contact,partner_actions,regulator_complaint,share,learn,donate}'
WHERE "key" = 'us-territories' AND "campaign_id" IS NULL AND "actions" = '{us_delegate_contact,partner_actions,share,learn,donate}';
