ALTER TABLE "delivery_requests" ADD COLUMN "network_hash" text;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "address_hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "network_hash" text;--> statement-breakpoint
CREATE INDEX "delivery_requests_by_mailbox" ON "delivery_requests" USING btree ("campaign_id","supporter_hash","asked_at");--> statement-breakpoint
CREATE INDEX "delivery_requests_by_network" ON "delivery_requests" USING btree ("network_hash","asked_at") WHERE "delivery_requests"."network_hash" is not null;--> statement-breakpoint
CREATE INDEX "follow_ups_by_network" ON "follow_ups" USING btree ("network_hash","wished_at") WHERE "follow_ups"."network_hash" is not null;