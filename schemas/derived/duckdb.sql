-- Lavrov's talks in Baku, 2016 to 2023: the tables for DuckDB

-- Everything named: persons, organisations, places and agreements share one space of identifiers.
CREATE TABLE "entities" (
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "entity_type" VARCHAR NOT NULL CHECK ("entity_type" IN ('person', 'organisation', 'place', 'agreement')),
  "name" VARCHAR NOT NULL CHECK (length("name") >= 1),
  "status" VARCHAR NOT NULL CHECK ("status" IN ('registered', 'provisional')),
  PRIMARY KEY ("entity_id")
);
COMMENT ON TABLE "entities" IS 'Everything named: persons, organisations, places and agreements share one space of identifiers.';
COMMENT ON COLUMN "entities"."entity_id" IS 'Identifier of the entity.';
COMMENT ON COLUMN "entities"."entity_type" IS 'What the name stands for.';
COMMENT ON COLUMN "entities"."name" IS 'The name used here.';
COMMENT ON COLUMN "entities"."status" IS 'Whether a curator has seen the entity.';

-- Persons.
CREATE TABLE "persons" (
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "name" VARCHAR NOT NULL CHECK (length("name") >= 1),
  "date_of_birth" DATE,
  "date_of_death" DATE,
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  CONSTRAINT "lives_forward" CHECK (("date_of_birth" <= "date_of_death"))
);
COMMENT ON TABLE "persons" IS 'Persons.';
COMMENT ON COLUMN "persons"."entity_id" IS 'Identifier of the person.';
COMMENT ON COLUMN "persons"."name" IS 'The name used here.';
COMMENT ON COLUMN "persons"."date_of_birth" IS 'Day of birth, where verified.';
COMMENT ON COLUMN "persons"."date_of_death" IS 'Day of death, where verified.';

-- States, cities, regions and waters.
CREATE TABLE "places" (
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "name" VARCHAR NOT NULL CHECK (length("name") >= 1),
  "place_type" VARCHAR CHECK ("place_type" IN ('state', 'city', 'region', 'water')),
  "country" VARCHAR CHECK (length("country") >= 1) CHECK (regexp_matches("country", '^[A-Z]{2}$')),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id")
);
COMMENT ON TABLE "places" IS 'States, cities, regions and waters.';
COMMENT ON COLUMN "places"."entity_id" IS 'Identifier of the place.';
COMMENT ON COLUMN "places"."name" IS 'The name used here.';
COMMENT ON COLUMN "places"."place_type" IS 'What kind of place it is.';
COMMENT ON COLUMN "places"."country" IS 'The state it lies in (ISO 3166-1 alpha-2); null for several.';

-- Bodies, companies, formats and commissions.
CREATE TABLE "organisations" (
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "name" VARCHAR NOT NULL CHECK (length("name") >= 1),
  "organisation_type" VARCHAR CHECK ("organisation_type" IN ('government', 'ministry', 'armed-forces', 'commission', 'intergovernmental', 'company', 'media', 'education-culture', 'other')),
  "place_id" VARCHAR CHECK (length("place_id") >= 1) CHECK (regexp_matches("place_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  FOREIGN KEY ("place_id") REFERENCES "places" ("entity_id")
);
COMMENT ON TABLE "organisations" IS 'Bodies, companies, formats and commissions.';
COMMENT ON COLUMN "organisations"."entity_id" IS 'Identifier of the organisation.';
COMMENT ON COLUMN "organisations"."name" IS 'The name used here.';
COMMENT ON COLUMN "organisations"."organisation_type" IS 'What kind of body it is.';
COMMENT ON COLUMN "organisations"."place_id" IS 'The state that the body belongs to; null for international bodies.';

-- The documents: what each is, who issued it and when, and the hash that ties all offsets to its text.
CREATE TABLE "documents" (
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "source_file" VARCHAR NOT NULL CHECK (length("source_file") >= 1),
  "sha256" VARCHAR NOT NULL CHECK (length("sha256") >= 1) CHECK (regexp_matches("sha256", '^[0-9a-f]{64}$')),
  "n_bytes" BIGINT NOT NULL CHECK ("n_bytes" >= 0),
  "n_code_points" BIGINT NOT NULL CHECK ("n_code_points" >= 0),
  "text_form" VARCHAR CHECK ("text_form" IN ('file', 'decoded', 'extracted')),
  "media_type" VARCHAR CHECK (length("media_type") >= 1),
  "encoding" VARCHAR CHECK (length("encoding") >= 1),
  "title" VARCHAR CHECK (length("title") >= 1),
  "genre" VARCHAR CHECK ("genre" IN ('meeting-remarks', 'press-conference', 'briefing', 'speech', 'interview', 'readout', 'joint-statement', 'news')),
  "language" VARCHAR CHECK (length("language") >= 1) CHECK (regexp_matches("language", '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')),
  "is_translation" BOOLEAN,
  "issuer_id" VARCHAR CHECK (length("issuer_id") >= 1) CHECK (regexp_matches("issuer_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "publisher_id" VARCHAR CHECK (length("publisher_id") >= 1) CHECK (regexp_matches("publisher_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "date_published" DATE,
  "time_published" VARCHAR CHECK (length("time_published") >= 1) CHECK (regexp_matches("time_published", '^([01][0-9]|2[0-3]):[0-5][0-9]$')),
  "date_basis" VARCHAR CHECK ("date_basis" IN ('dateline', 'title', 'source-identifier', 'lead')),
  "event_date" DATE,
  "event_place" VARCHAR CHECK (length("event_place") >= 1),
  "source_identifier" VARCHAR CHECK (length("source_identifier") >= 1),
  "url" VARCHAR CHECK (length("url") >= 1) CHECK (regexp_matches("url", '^https?://[!-~]+$')),
  "layout" VARCHAR CHECK (length("layout") >= 1) CHECK (regexp_matches("layout", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "layout_confidence" DOUBLE CHECK (isfinite("layout_confidence")) CHECK ("layout_confidence" >= 0) CHECK ("layout_confidence" <= 1),
  PRIMARY KEY ("document_id"),
  UNIQUE ("sha256"),
  UNIQUE ("source_file"),
  FOREIGN KEY ("issuer_id") REFERENCES "organisations" ("entity_id"),
  FOREIGN KEY ("publisher_id") REFERENCES "organisations" ("entity_id"),
  CONSTRAINT "dates_have_a_basis" CHECK ((("date_published" IS NULL) OR (NOT ("date_basis" IS NULL))))
);
COMMENT ON TABLE "documents" IS 'The documents: what each is, who issued it and when, and the hash that ties all offsets to its text.';
COMMENT ON COLUMN "documents"."document_id" IS 'Identifier of the document.';
COMMENT ON COLUMN "documents"."source_file" IS 'Name of the text file that the offsets count in.';
COMMENT ON COLUMN "documents"."sha256" IS 'SHA-256 of the text file.';
COMMENT ON COLUMN "documents"."n_bytes" IS 'Size of the text file.';
COMMENT ON COLUMN "documents"."n_code_points" IS 'Length of the text.';
COMMENT ON COLUMN "documents"."text_form" IS 'How that text came about.';
COMMENT ON COLUMN "documents"."media_type" IS 'Media type of the file that was given.';
COMMENT ON COLUMN "documents"."encoding" IS 'Encoding of the file that was given; null for formats with their own.';
COMMENT ON COLUMN "documents"."title" IS 'Title as printed; null where the document has none.';
COMMENT ON COLUMN "documents"."genre" IS 'What kind of document it is.';
COMMENT ON COLUMN "documents"."language" IS 'Language of the text (BCP 47).';
COMMENT ON COLUMN "documents"."is_translation" IS 'Whether the words were spoken in another language.';
COMMENT ON COLUMN "documents"."issuer_id" IS 'The body whose document it is.';
COMMENT ON COLUMN "documents"."publisher_id" IS 'The body on whose site the text was found.';
COMMENT ON COLUMN "documents"."date_published" IS 'Day of publication.';
COMMENT ON COLUMN "documents"."time_published" IS 'Time of publication as printed (HH:MM).';
COMMENT ON COLUMN "documents"."date_basis" IS 'What the day of publication was read from.';
COMMENT ON COLUMN "documents"."event_date" IS 'Day of the occasion that the document is about, as it says itself.';
COMMENT ON COLUMN "documents"."event_place" IS 'Place of the occasion as printed.';
COMMENT ON COLUMN "documents"."source_identifier" IS 'Reference number given by the issuer.';
COMMENT ON COLUMN "documents"."url" IS 'Address of the page the text was taken from.';
COMMENT ON COLUMN "documents"."layout" IS 'The layout family that turns were read by; null where there are none.';
COMMENT ON COLUMN "documents"."layout_confidence" IS 'How much of the evidence speaks for the layout.';

-- The pages on which a document was published, with how each relates to the text described here.
CREATE TABLE "renditions" (
  "rendition_id" VARCHAR NOT NULL CHECK (length("rendition_id") >= 1) CHECK (regexp_matches("rendition_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "url" VARCHAR NOT NULL CHECK (length("url") >= 1) CHECK (regexp_matches("url", '^https?://[!-~]+$')),
  "host" VARCHAR NOT NULL CHECK (length("host") >= 1),
  "relation" VARCHAR NOT NULL CHECK ("relation" IN ('published-at', 'same-page')),
  "source_identifier" VARCHAR CHECK (length("source_identifier") >= 1),
  PRIMARY KEY ("rendition_id"),
  UNIQUE ("document_id", "url", "relation"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id")
);
COMMENT ON TABLE "renditions" IS 'The pages on which a document was published, with how each relates to the text described here.';
COMMENT ON COLUMN "renditions"."rendition_id" IS 'Identifier of the rendition.';
COMMENT ON COLUMN "renditions"."document_id" IS 'The document.';
COMMENT ON COLUMN "renditions"."url" IS 'Address of the page.';
COMMENT ON COLUMN "renditions"."host" IS 'Host name of the address.';
COMMENT ON COLUMN "renditions"."relation" IS 'How the page relates to the text.';
COMMENT ON COLUMN "renditions"."source_identifier" IS 'Reference number shown on that page, where the text lacks it.';

-- The zones of a document: together they cover it from the first code point to the last, without overlap.
CREATE TABLE "zones" (
  "zone_id" VARCHAR NOT NULL CHECK (length("zone_id") >= 1) CHECK (regexp_matches("zone_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('site_banner', 'site_section', 'issuer', 'title', 'dateline', 'source_identifier', 'lead', 'speech', 'qa', 'narrative', 'trailer')),
  PRIMARY KEY ("zone_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "zones" IS 'The zones of a document: together they cover it from the first code point to the last, without overlap.';
COMMENT ON COLUMN "zones"."zone_id" IS 'Identifier of the zone.';
COMMENT ON COLUMN "zones"."document_id" IS 'The document.';
COMMENT ON COLUMN "zones"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "zones"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "zones"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "zones"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "zones"."kind" IS 'What the zone is for.';

-- Who took part in the occasion of a document, and in what office, each where the document says so.
CREATE TABLE "participants" (
  "participant_id" VARCHAR NOT NULL CHECK (length("participant_id") >= 1) CHECK (regexp_matches("participant_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "person_id" VARCHAR NOT NULL CHECK (length("person_id") >= 1) CHECK (regexp_matches("person_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "office" VARCHAR CHECK (length("office") >= 1),
  PRIMARY KEY ("participant_id"),
  UNIQUE ("document_id", "person_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("person_id") REFERENCES "persons" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "participants" IS 'Who took part in the occasion of a document, and in what office, each where the document says so.';
COMMENT ON COLUMN "participants"."participant_id" IS 'Identifier of the participation.';
COMMENT ON COLUMN "participants"."document_id" IS 'The document.';
COMMENT ON COLUMN "participants"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "participants"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "participants"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "participants"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "participants"."person_id" IS 'The person who took part.';
COMMENT ON COLUMN "participants"."office" IS 'The office as printed; null where none is stated.';

-- Turns: what one person says without interruption, from the salutation on, without label and opening dash.
-- Not checked: reply_to refers to turns: DuckDB would want each row loaded by a statement of its own.
CREATE TABLE "turns" (
  "turn_id" VARCHAR NOT NULL CHECK (length("turn_id") >= 1) CHECK (regexp_matches("turn_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "sequence" BIGINT NOT NULL CHECK ("sequence" >= 1),
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('statement', 'question', 'answer')),
  "speaker_id" VARCHAR CHECK (length("speaker_id") >= 1) CHECK (regexp_matches("speaker_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "speaker_label" VARCHAR CHECK (length("speaker_label") >= 1),
  "speaker_type" VARCHAR NOT NULL CHECK ("speaker_type" IN ('official', 'journalist', 'moderator', 'interpreter', 'unknown')),
  "label_start" BIGINT CHECK ("label_start" >= 0),
  "label_end" BIGINT CHECK ("label_end" >= 0),
  "reply_to" VARCHAR CHECK (length("reply_to") >= 1) CHECK (regexp_matches("reply_to", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "attribution_basis" VARCHAR NOT NULL CHECK ("attribution_basis" IN ('label', 'lead-in', 'title', 'alternation')),
  "attribution_confidence" DOUBLE CHECK (isfinite("attribution_confidence")) CHECK ("attribution_confidence" >= 0) CHECK ("attribution_confidence" <= 1),
  "n_words" BIGINT NOT NULL CHECK ("n_words" >= 1),
  "summary" VARCHAR CHECK (length("summary") >= 1),
  PRIMARY KEY ("turn_id"),
  UNIQUE ("document_id", "sequence"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("speaker_id") REFERENCES "persons" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end")),
  CONSTRAINT "only_answers_reply" CHECK ((("reply_to" IS NULL) OR ("kind" = 'answer'))),
  CONSTRAINT "answers_reply" CHECK (((NOT ("kind" = 'answer')) OR (NOT ("reply_to" IS NULL)))),
  CONSTRAINT "labels_are_whole" CHECK (((("label_start" IS NULL) AND ("label_end" IS NULL)) OR ((((("label_start" < "label_end") AND ("label_end" <= "start")) AND (NOT ("label_start" IS NULL))) AND (NOT ("label_end" IS NULL))) AND (NOT ("speaker_label" IS NULL)))))
);
COMMENT ON TABLE "turns" IS 'Turns: what one person says without interruption, from the salutation on, without label and opening dash.';
COMMENT ON COLUMN "turns"."turn_id" IS 'Identifier of the turn.';
COMMENT ON COLUMN "turns"."document_id" IS 'The document.';
COMMENT ON COLUMN "turns"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "turns"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "turns"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "turns"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "turns"."sequence" IS 'Place of the turn in its document, from 1.';
COMMENT ON COLUMN "turns"."kind" IS 'What the turn does.';
COMMENT ON COLUMN "turns"."speaker_id" IS 'The speaker; null for journalists, moderators and interpreters.';
COMMENT ON COLUMN "turns"."speaker_label" IS 'The label or lead-in that names the speaker, as printed.';
COMMENT ON COLUMN "turns"."speaker_type" IS 'In what part the speaker speaks.';
COMMENT ON COLUMN "turns"."label_start" IS 'First code point of the label.';
COMMENT ON COLUMN "turns"."label_end" IS 'Code point after the last of the label.';
COMMENT ON COLUMN "turns"."reply_to" IS 'The question that an answer replies to.';
COMMENT ON COLUMN "turns"."attribution_basis" IS 'What tells who speaks.';
COMMENT ON COLUMN "turns"."attribution_confidence" IS 'How sure that is; null where a curator stands for it.';
COMMENT ON COLUMN "turns"."n_words" IS 'Number of words, split at white space.';
COMMENT ON COLUMN "turns"."summary" IS 'What is said, in our own words.';

-- Sentences of turns and of narrative text.
CREATE TABLE "segments" (
  "segment_id" VARCHAR NOT NULL CHECK (length("segment_id") >= 1) CHECK (regexp_matches("segment_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "turn_id" VARCHAR CHECK (length("turn_id") >= 1) CHECK (regexp_matches("turn_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "sequence" BIGINT NOT NULL CHECK ("sequence" >= 1),
  PRIMARY KEY ("segment_id"),
  UNIQUE ("document_id", "sequence"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("turn_id") REFERENCES "turns" ("turn_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "segments" IS 'Sentences of turns and of narrative text.';
COMMENT ON COLUMN "segments"."segment_id" IS 'Identifier of the segment.';
COMMENT ON COLUMN "segments"."document_id" IS 'The document.';
COMMENT ON COLUMN "segments"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "segments"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "segments"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "segments"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "segments"."turn_id" IS 'The turn that the sentence belongs to; null outside turns.';
COMMENT ON COLUMN "segments"."sequence" IS 'Place of the sentence in its document, from 1.';

-- What stands between quotation marks, whose words they are, and the cue that says so.
CREATE TABLE "quotations" (
  "quotation_id" VARCHAR NOT NULL CHECK (length("quotation_id") >= 1) CHECK (regexp_matches("quotation_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "quote_type" VARCHAR NOT NULL CHECK ("quote_type" IN ('direct', 'mixed', 'scare', 'title')),
  "speaker_id" VARCHAR CHECK (length("speaker_id") >= 1) CHECK (regexp_matches("speaker_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "cue" VARCHAR CHECK (length("cue") >= 1),
  "source" VARCHAR CHECK (length("source") >= 1),
  "source_start" BIGINT CHECK ("source_start" >= 0),
  "source_end" BIGINT CHECK ("source_end" >= 0),
  "cue_start" BIGINT CHECK ("cue_start" >= 0),
  "cue_end" BIGINT CHECK ("cue_end" >= 0),
  PRIMARY KEY ("quotation_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("speaker_id") REFERENCES "entities" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end")),
  CONSTRAINT "direct_quotations_have_a_speaker" CHECK (((NOT ("quote_type" = 'direct')) OR ((NOT ("speaker_id" IS NULL)) OR ("origin" = 'converter'))))
);
COMMENT ON TABLE "quotations" IS 'What stands between quotation marks, whose words they are, and the cue that says so.';
COMMENT ON COLUMN "quotations"."quotation_id" IS 'Identifier of the quotation.';
COMMENT ON COLUMN "quotations"."document_id" IS 'The document.';
COMMENT ON COLUMN "quotations"."start" IS 'First code point of the words between the marks.';
COMMENT ON COLUMN "quotations"."end" IS 'Code point after the last of the words between the marks.';
COMMENT ON COLUMN "quotations"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the words between the marks in UTF-8.';
COMMENT ON COLUMN "quotations"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "quotations"."quote_type" IS 'What the quotation marks are for.';
COMMENT ON COLUMN "quotations"."speaker_id" IS 'The person or body whose words they are.';
COMMENT ON COLUMN "quotations"."cue" IS 'The word that attributes the words, as printed.';
COMMENT ON COLUMN "quotations"."source" IS 'The name or pronoun that says whose words they are, as printed.';
COMMENT ON COLUMN "quotations"."source_start" IS 'First code point of the name or pronoun of the source.';
COMMENT ON COLUMN "quotations"."source_end" IS 'Code point after the last of the name or pronoun of the source.';
COMMENT ON COLUMN "quotations"."cue_start" IS 'First code point of the cue.';
COMMENT ON COLUMN "quotations"."cue_end" IS 'Code point after the last of the cue.';

-- Agreements, declarations and joint statements.
CREATE TABLE "agreements" (
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "title" VARCHAR NOT NULL CHECK (length("title") >= 1),
  "date_signed" DATE,
  "place_id" VARCHAR CHECK (length("place_id") >= 1) CHECK (regexp_matches("place_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  FOREIGN KEY ("place_id") REFERENCES "places" ("entity_id")
);
COMMENT ON TABLE "agreements" IS 'Agreements, declarations and joint statements.';
COMMENT ON COLUMN "agreements"."entity_id" IS 'Identifier of the agreement.';
COMMENT ON COLUMN "agreements"."title" IS 'Title, or a descriptive name where the documents give none.';
COMMENT ON COLUMN "agreements"."date_signed" IS 'Day of signature or, for a statement, of issue.';
COMMENT ON COLUMN "agreements"."place_id" IS 'Where it was signed.';

-- Who is party to an agreement.
CREATE TABLE "agreement_parties" (
  "agreement_id" VARCHAR NOT NULL CHECK (length("agreement_id") >= 1) CHECK (regexp_matches("agreement_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "party_id" VARCHAR NOT NULL CHECK (length("party_id") >= 1) CHECK (regexp_matches("party_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  PRIMARY KEY ("agreement_id", "party_id"),
  FOREIGN KEY ("agreement_id") REFERENCES "agreements" ("entity_id"),
  FOREIGN KEY ("party_id") REFERENCES "entities" ("entity_id")
);
COMMENT ON TABLE "agreement_parties" IS 'Who is party to an agreement.';
COMMENT ON COLUMN "agreement_parties"."agreement_id" IS 'The agreement.';
COMMENT ON COLUMN "agreement_parties"."party_id" IS 'The state or body that is party to it.';

-- Other names and forms of address; each stands for one entity.
CREATE TABLE "aliases" (
  "alias" VARCHAR NOT NULL CHECK (length("alias") >= 1),
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('name', 'short-name', 'abbreviation', 'form-of-address')),
  PRIMARY KEY ("alias"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id")
);
COMMENT ON TABLE "aliases" IS 'Other names and forms of address; each stands for one entity.';
COMMENT ON COLUMN "aliases"."alias" IS 'Name or form of address as it is written.';
COMMENT ON COLUMN "aliases"."entity_id" IS 'The entity.';
COMMENT ON COLUMN "aliases"."kind" IS 'What kind of name it is.';

-- Identifiers in public schemes, each with where and when it was verified; one identifier, one entity.
CREATE TABLE "identifiers" (
  "scheme" VARCHAR NOT NULL CHECK (length("scheme") >= 1) CHECK (regexp_matches("scheme", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "value" VARCHAR NOT NULL CHECK (length("value") >= 1),
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "verified_in" VARCHAR NOT NULL CHECK (length("verified_in") >= 1),
  "verified_on" DATE NOT NULL,
  PRIMARY KEY ("scheme", "value"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id")
);
COMMENT ON TABLE "identifiers" IS 'Identifiers in public schemes, each with where and when it was verified; one identifier, one entity.';
COMMENT ON COLUMN "identifiers"."scheme" IS 'The scheme, such as wikidata or iso-3166-1-alpha-2.';
COMMENT ON COLUMN "identifiers"."value" IS 'The identifier in the scheme.';
COMMENT ON COLUMN "identifiers"."entity_id" IS 'The entity.';
COMMENT ON COLUMN "identifiers"."verified_in" IS 'Where identifier and name were seen together.';
COMMENT ON COLUMN "identifiers"."verified_on" IS 'Day of the verification.';

-- Offices: who held which, in what body, and when.
CREATE TABLE "affiliations" (
  "affiliation_id" VARCHAR NOT NULL CHECK (length("affiliation_id") >= 1) CHECK (regexp_matches("affiliation_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "person_id" VARCHAR NOT NULL CHECK (length("person_id") >= 1) CHECK (regexp_matches("person_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "organisation_id" VARCHAR NOT NULL CHECK (length("organisation_id") >= 1) CHECK (regexp_matches("organisation_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "role" VARCHAR NOT NULL CHECK (length("role") >= 1),
  "date_from" DATE,
  "date_to" DATE,
  "date_precision" VARCHAR CHECK ("date_precision" IN ('day', 'month', 'season', 'year')),
  PRIMARY KEY ("affiliation_id"),
  UNIQUE ("person_id", "organisation_id", "role", "date_from"),
  FOREIGN KEY ("person_id") REFERENCES "persons" ("entity_id"),
  FOREIGN KEY ("organisation_id") REFERENCES "organisations" ("entity_id"),
  CONSTRAINT "ends_after_it_starts" CHECK (("date_from" <= "date_to"))
);
COMMENT ON TABLE "affiliations" IS 'Offices: who held which, in what body, and when.';
COMMENT ON COLUMN "affiliations"."affiliation_id" IS 'Identifier of the affiliation.';
COMMENT ON COLUMN "affiliations"."person_id" IS 'Who held the office.';
COMMENT ON COLUMN "affiliations"."organisation_id" IS 'The body in which the office was held.';
COMMENT ON COLUMN "affiliations"."role" IS 'Name of the office.';
COMMENT ON COLUMN "affiliations"."date_from" IS 'First day in office; null where not verified.';
COMMENT ON COLUMN "affiliations"."date_to" IS 'Last day in office; null while in office or where not verified.';
COMMENT ON COLUMN "affiliations"."date_precision" IS 'How much of the dates is known.';

-- Where a document names an entity, form of address included.
CREATE TABLE "mentions" (
  "mention_id" VARCHAR NOT NULL CHECK (length("mention_id") >= 1) CHECK (regexp_matches("mention_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "entity_type" VARCHAR NOT NULL CHECK ("entity_type" IN ('person', 'organisation', 'place', 'agreement')),
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  PRIMARY KEY ("mention_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "mentions" IS 'Where a document names an entity, form of address included.';
COMMENT ON COLUMN "mentions"."mention_id" IS 'Identifier of the mention.';
COMMENT ON COLUMN "mentions"."document_id" IS 'The document.';
COMMENT ON COLUMN "mentions"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "mentions"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "mentions"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "mentions"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "mentions"."entity_type" IS 'What kind of thing is named.';
COMMENT ON COLUMN "mentions"."entity_id" IS 'The entity that is named.';

-- Temporal expressions, normalised as TIMEX3 values.
CREATE TABLE "timexes" (
  "timex_id" VARCHAR NOT NULL CHECK (length("timex_id") >= 1) CHECK (regexp_matches("timex_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "type" VARCHAR NOT NULL CHECK ("type" IN ('DATE', 'TIME', 'DURATION', 'SET')),
  "value" VARCHAR CHECK (length("value") >= 1),
  "modifier" VARCHAR CHECK ("modifier" IN ('BEFORE', 'AFTER', 'LESS_THAN', 'MORE_THAN', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE', 'START', 'MID', 'END', 'APPROX')),
  "anchor" VARCHAR CHECK (length("anchor") >= 1),
  PRIMARY KEY ("timex_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "timexes" IS 'Temporal expressions, normalised as TIMEX3 values.';
COMMENT ON COLUMN "timexes"."timex_id" IS 'Identifier of the expression.';
COMMENT ON COLUMN "timexes"."document_id" IS 'The document.';
COMMENT ON COLUMN "timexes"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "timexes"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "timexes"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "timexes"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "timexes"."type" IS 'Kind of temporal expression.';
COMMENT ON COLUMN "timexes"."value" IS 'Value (ISO 8601 as extended by TIMEX3); null where it cannot be resolved.';
COMMENT ON COLUMN "timexes"."modifier" IS 'Modifier (TIMEX3).';
COMMENT ON COLUMN "timexes"."anchor" IS 'The date that a relative expression was resolved against (ISO 8601).';

-- Stated figures with what they count.
CREATE TABLE "amounts" (
  "amount_id" VARCHAR NOT NULL CHECK (length("amount_id") >= 1) CHECK (regexp_matches("amount_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "value" DOUBLE NOT NULL CHECK (isfinite("value")),
  "unit" VARCHAR NOT NULL CHECK (length("unit") >= 1),
  "modifier" VARCHAR CHECK ("modifier" IN ('about', 'nearly', 'over', 'under', 'at-least', 'at-most')),
  "measure" VARCHAR CHECK (length("measure") >= 1),
  "reference_period" VARCHAR CHECK (length("reference_period") >= 1),
  PRIMARY KEY ("amount_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "amounts" IS 'Stated figures with what they count.';
COMMENT ON COLUMN "amounts"."amount_id" IS 'Identifier of the amount.';
COMMENT ON COLUMN "amounts"."document_id" IS 'The document.';
COMMENT ON COLUMN "amounts"."start" IS 'First code point of the amount, modifier and unit included.';
COMMENT ON COLUMN "amounts"."end" IS 'Code point after the last of the amount, modifier and unit included.';
COMMENT ON COLUMN "amounts"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the amount, modifier and unit included in UTF-8.';
COMMENT ON COLUMN "amounts"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "amounts"."value" IS 'The figure, written out: 3000000000 for three billion.';
COMMENT ON COLUMN "amounts"."unit" IS 'What is counted: ISO 4217 for money, percent for shares, else a singular noun.';
COMMENT ON COLUMN "amounts"."modifier" IS 'How the stated figure relates to the true one.';
COMMENT ON COLUMN "amounts"."measure" IS 'What the figure measures, in our own words.';
COMMENT ON COLUMN "amounts"."reference_period" IS 'Period that the figure is for (ISO 8601).';

-- Events that the documents report, plan or recall. What is merely said is no event.
CREATE TABLE "events" (
  "event_id" VARCHAR NOT NULL CHECK (length("event_id") >= 1) CHECK (regexp_matches("event_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "title" VARCHAR NOT NULL CHECK (length("title") >= 1),
  "date" DATE,
  "date_end" DATE,
  "date_precision" VARCHAR CHECK ("date_precision" IN ('day', 'month', 'season', 'year')),
  "category" VARCHAR CHECK ("category" IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')),
  "mode" VARCHAR CHECK (length("mode") >= 1),
  "context" VARCHAR CHECK (length("context") >= 1),
  "quad_code" VARCHAR CHECK ("quad_code" IN ('verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict')),
  "cameo_code" VARCHAR CHECK (length("cameo_code") >= 1) CHECK (regexp_matches("cameo_code", '^[0-9]{2,4}$')),
  "place_id" VARCHAR CHECK (length("place_id") >= 1) CHECK (regexp_matches("place_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "status" VARCHAR NOT NULL CHECK ("status" IN ('reported', 'planned', 'claimed', 'historical', 'negated')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  PRIMARY KEY ("event_id"),
  FOREIGN KEY ("place_id") REFERENCES "places" ("entity_id"),
  CONSTRAINT "ends_after_it_starts" CHECK (("date" <= "date_end")),
  CONSTRAINT "dates_have_a_precision" CHECK ((("date" IS NULL) OR (NOT ("date_precision" IS NULL)))),
  CONSTRAINT "planned_meetings_are_agreed_not_held" CHECK (((NOT ("status" = 'planned')) OR (NOT ("category" = 'CONSULT')))),
  CONSTRAINT "quad_code_follows_category" CHECK (((((("category" IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE')) AND ("quad_code" = 'verbal-cooperation')) OR (("category" IN ('COOPERATE', 'AID', 'RETREAT')) AND ("quad_code" = 'material-cooperation'))) OR (("category" IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN')) AND ("quad_code" = 'verbal-conflict'))) OR (("category" IN ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')) AND ("quad_code" = 'material-conflict')))),
  CONSTRAINT "quad_code_comes_with_category" CHECK ((("category" IS NULL) = ("quad_code" IS NULL)))
);
COMMENT ON TABLE "events" IS 'Events that the documents report, plan or recall. What is merely said is no event.';
COMMENT ON COLUMN "events"."event_id" IS 'Identifier of the event.';
COMMENT ON COLUMN "events"."title" IS 'What happened, in our own words.';
COMMENT ON COLUMN "events"."date" IS 'First day of the event, or the first that is possible.';
COMMENT ON COLUMN "events"."date_end" IS 'Last day of the event, or the last that is possible.';
COMMENT ON COLUMN "events"."date_precision" IS 'How much of the date is known.';
COMMENT ON COLUMN "events"."category" IS 'Category of PLOVER; null where none fits.';
COMMENT ON COLUMN "events"."mode" IS 'Mode within the category (PLOVER).';
COMMENT ON COLUMN "events"."context" IS 'Context (PLOVER).';
COMMENT ON COLUMN "events"."quad_code" IS 'Group of the category.';
COMMENT ON COLUMN "events"."cameo_code" IS 'Event code of CAMEO.';
COMMENT ON COLUMN "events"."place_id" IS 'Where it happened.';
COMMENT ON COLUMN "events"."status" IS 'How the documents present it.';
COMMENT ON COLUMN "events"."origin" IS 'Who stands behind the record.';

-- Who took part in an event, in what role and in what office.
CREATE TABLE "event_participants" (
  "event_id" VARCHAR NOT NULL CHECK (length("event_id") >= 1) CHECK (regexp_matches("event_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "entity_id" VARCHAR NOT NULL CHECK (length("entity_id") >= 1) CHECK (regexp_matches("entity_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "role" VARCHAR NOT NULL CHECK ("role" IN ('actor', 'recipient', 'mediator')),
  "office" VARCHAR CHECK (length("office") >= 1) CHECK (regexp_matches("office", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  PRIMARY KEY ("event_id", "entity_id", "role"),
  FOREIGN KEY ("event_id") REFERENCES "events" ("event_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  FOREIGN KEY ("office") REFERENCES "affiliations" ("affiliation_id")
);
COMMENT ON TABLE "event_participants" IS 'Who took part in an event, in what role and in what office.';
COMMENT ON COLUMN "event_participants"."event_id" IS 'The event.';
COMMENT ON COLUMN "event_participants"."entity_id" IS 'The person, body or state that took part.';
COMMENT ON COLUMN "event_participants"."role" IS 'The part taken: the visitor is the actor, the host the recipient.';
COMMENT ON COLUMN "event_participants"."office" IS 'The office in which a person took part.';

-- The words that evidence an event, and the date that they assert.
CREATE TABLE "event_evidence" (
  "event_id" VARCHAR NOT NULL CHECK (length("event_id") >= 1) CHECK (regexp_matches("event_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "document_id" VARCHAR NOT NULL CHECK (length("document_id") >= 1) CHECK (regexp_matches("document_id", '^[a-z0-9]+(-[a-z0-9]+)*$')),
  "start" BIGINT NOT NULL CHECK ("start" >= 0),
  "end" BIGINT NOT NULL CHECK ("end" >= 0),
  "text_digest" VARCHAR NOT NULL CHECK (length("text_digest") >= 1) CHECK (regexp_matches("text_digest", '^[0-9a-f]{16}$')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "asserted_date" VARCHAR CHECK (length("asserted_date") >= 1),
  PRIMARY KEY ("event_id", "document_id", "start"),
  FOREIGN KEY ("event_id") REFERENCES "events" ("event_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
);
COMMENT ON TABLE "event_evidence" IS 'The words that evidence an event, and the date that they assert.';
COMMENT ON COLUMN "event_evidence"."event_id" IS 'The event.';
COMMENT ON COLUMN "event_evidence"."document_id" IS 'The document.';
COMMENT ON COLUMN "event_evidence"."start" IS 'First code point of the span.';
COMMENT ON COLUMN "event_evidence"."end" IS 'Code point after the last of the span.';
COMMENT ON COLUMN "event_evidence"."text_digest" IS 'First 16 hexadecimal digits of SHA-256 of the span''s UTF-8 text.';
COMMENT ON COLUMN "event_evidence"."origin" IS 'Who stands behind the record.';
COMMENT ON COLUMN "event_evidence"."asserted_date" IS 'Date that these words give the event (ISO 8601, may be partial).';
