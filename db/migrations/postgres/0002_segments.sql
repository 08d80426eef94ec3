CREATE TABLE "document_segments" (
	"document_id" text NOT NULL,
	"epoch" bigint NOT NULL,
	"from_seq" bigint NOT NULL,
	"upto_seq" bigint NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"authors" "bytea" NOT NULL,
	"authors_hash" text NOT NULL,
	"updates" "bytea",
	"updates_hash" text NOT NULL,
	CONSTRAINT "document_segments_document_id_epoch_from_seq_pk" PRIMARY KEY("document_id","epoch","from_seq")
);
--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "document_segments" ADD CONSTRAINT "document_segments_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;