-- Lavrov's talks in Baku, 2016 to 2023: the tables for SQLite

PRAGMA foreign_keys = ON;

-- Everything named: persons, organisations, places and agreements share one space of identifiers.
-- Not checked: the form of entity_id: SQLite has no regular expressions.
CREATE TABLE "entities" (
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "entity_type" TEXT NOT NULL CHECK ("entity_type" IN ('person', 'organisation', 'place', 'agreement')),
  "name" TEXT NOT NULL CHECK (length("name") >= 1),
  "status" TEXT NOT NULL CHECK ("status" IN ('registered', 'provisional')),
  PRIMARY KEY ("entity_id")
) STRICT;

-- Persons.
-- Not checked: the form of entity_id: SQLite has no regular expressions.
CREATE TABLE "persons" (
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "name" TEXT NOT NULL CHECK (length("name") >= 1),
  "date_of_birth" TEXT CHECK (date("date_of_birth", '+0 days') IS "date_of_birth"),
  "date_of_death" TEXT CHECK (date("date_of_death", '+0 days') IS "date_of_death"),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  CONSTRAINT "lives_forward" CHECK (("date_of_birth" <= "date_of_death"))
) STRICT;

-- States, cities, regions and waters.
-- Not checked: the form of entity_id, country: SQLite has no regular expressions.
CREATE TABLE "places" (
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "name" TEXT NOT NULL CHECK (length("name") >= 1),
  "place_type" TEXT CHECK ("place_type" IN ('state', 'city', 'region', 'water')),
  "country" TEXT CHECK (length("country") >= 1),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id")
) STRICT;

-- Bodies, companies, formats and commissions.
-- Not checked: the form of entity_id, place_id: SQLite has no regular expressions.
CREATE TABLE "organisations" (
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "name" TEXT NOT NULL CHECK (length("name") >= 1),
  "organisation_type" TEXT CHECK ("organisation_type" IN ('government', 'ministry', 'armed-forces', 'commission', 'intergovernmental', 'company', 'media', 'education-culture', 'other')),
  "place_id" TEXT CHECK (length("place_id") >= 1),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  FOREIGN KEY ("place_id") REFERENCES "places" ("entity_id")
) STRICT;

-- The documents: what each is, who issued it and when, and the hash that ties all offsets to its text.
-- Not checked: the form of document_id, sha256, language, issuer_id, publisher_id, time_published, url, layout: SQLite has no regular expressions.
CREATE TABLE "documents" (
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "source_file" TEXT NOT NULL CHECK (length("source_file") >= 1),
  "sha256" TEXT NOT NULL CHECK (length("sha256") >= 1),
  "n_bytes" INTEGER NOT NULL CHECK ("n_bytes" >= 0),
  "n_code_points" INTEGER NOT NULL CHECK ("n_code_points" >= 0),
  "text_form" TEXT CHECK ("text_form" IN ('file', 'decoded', 'extracted')),
  "media_type" TEXT CHECK (length("media_type") >= 1),
  "encoding" TEXT CHECK (length("encoding") >= 1),
  "title" TEXT CHECK (length("title") >= 1),
  "genre" TEXT CHECK ("genre" IN ('meeting-remarks', 'press-conference', 'briefing', 'speech', 'interview', 'readout', 'joint-statement', 'news')),
  "language" TEXT CHECK (length("language") >= 1),
  "is_translation" INTEGER CHECK ("is_translation" IN (0, 1)),
  "issuer_id" TEXT CHECK (length("issuer_id") >= 1),
  "publisher_id" TEXT CHECK (length("publisher_id") >= 1),
  "date_published" TEXT CHECK (date("date_published", '+0 days') IS "date_published"),
  "time_published" TEXT CHECK (length("time_published") >= 1),
  "date_basis" TEXT CHECK ("date_basis" IN ('dateline', 'title', 'source-identifier', 'lead')),
  "event_date" TEXT CHECK (date("event_date", '+0 days') IS "event_date"),
  "event_place" TEXT CHECK (length("event_place") >= 1),
  "source_identifier" TEXT CHECK (length("source_identifier") >= 1),
  "url" TEXT CHECK (length("url") >= 1),
  "layout" TEXT CHECK (length("layout") >= 1),
  "layout_confidence" REAL CHECK (abs("layout_confidence") < 9e999) CHECK ("layout_confidence" >= 0) CHECK ("layout_confidence" <= 1),
  PRIMARY KEY ("document_id"),
  UNIQUE ("sha256"),
  UNIQUE ("source_file"),
  FOREIGN KEY ("issuer_id") REFERENCES "organisations" ("entity_id"),
  FOREIGN KEY ("publisher_id") REFERENCES "organisations" ("entity_id"),
  CONSTRAINT "dates_have_a_basis" CHECK ((("date_published" IS NULL) OR (NOT ("date_basis" IS NULL))))
) STRICT;

-- The pages on which a document was published, with how each relates to the text described here.
-- Not checked: the form of rendition_id, document_id, url: SQLite has no regular expressions.
CREATE TABLE "renditions" (
  "rendition_id" TEXT NOT NULL CHECK (length("rendition_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "url" TEXT NOT NULL CHECK (length("url") >= 1),
  "host" TEXT NOT NULL CHECK (length("host") >= 1),
  "relation" TEXT NOT NULL CHECK ("relation" IN ('published-at', 'same-page')),
  "source_identifier" TEXT CHECK (length("source_identifier") >= 1),
  PRIMARY KEY ("rendition_id"),
  UNIQUE ("document_id", "url", "relation"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id")
) STRICT;

-- The zones of a document: together they cover it from the first code point to the last, without overlap.
-- Not checked: the form of zone_id, document_id, text_digest: SQLite has no regular expressions.
CREATE TABLE "zones" (
  "zone_id" TEXT NOT NULL CHECK (length("zone_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('site_banner', 'site_section', 'issuer', 'title', 'dateline', 'source_identifier', 'lead', 'speech', 'qa', 'narrative', 'trailer')),
  PRIMARY KEY ("zone_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;

-- Who took part in the occasion of a document, and in what office, each where the document says so.
-- Not checked: the form of participant_id, document_id, text_digest, person_id: SQLite has no regular expressions.
CREATE TABLE "participants" (
  "participant_id" TEXT NOT NULL CHECK (length("participant_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "person_id" TEXT NOT NULL CHECK (length("person_id") >= 1),
  "office" TEXT CHECK (length("office") >= 1),
  PRIMARY KEY ("participant_id"),
  UNIQUE ("document_id", "person_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("person_id") REFERENCES "persons" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;

-- Turns: what one person says without interruption, from the salutation on, without label and opening dash.
-- Not checked: the form of turn_id, document_id, text_digest, speaker_id, reply_to: SQLite has no regular expressions.
CREATE TABLE "turns" (
  "turn_id" TEXT NOT NULL CHECK (length("turn_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "sequence" INTEGER NOT NULL CHECK ("sequence" >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('statement', 'question', 'answer')),
  "speaker_id" TEXT CHECK (length("speaker_id") >= 1),
  "speaker_label" TEXT CHECK (length("speaker_label") >= 1),
  "speaker_type" TEXT NOT NULL CHECK ("speaker_type" IN ('official', 'journalist', 'moderator', 'interpreter', 'unknown')),
  "label_start" INTEGER CHECK ("label_start" >= 0),
  "label_end" INTEGER CHECK ("label_end" >= 0),
  "reply_to" TEXT CHECK (length("reply_to") >= 1),
  "attribution_basis" TEXT NOT NULL CHECK ("attribution_basis" IN ('label', 'lead-in', 'title', 'alternation')),
  "attribution_confidence" REAL CHECK (abs("attribution_confidence") < 9e999) CHECK ("attribution_confidence" >= 0) CHECK ("attribution_confidence" <= 1),
  "n_words" INTEGER NOT NULL CHECK ("n_words" >= 1),
  "summary" TEXT CHECK (length("summary") >= 1),
  PRIMARY KEY ("turn_id"),
  UNIQUE ("document_id", "sequence"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("speaker_id") REFERENCES "persons" ("entity_id"),
  FOREIGN KEY ("reply_to") REFERENCES "turns" ("turn_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end")),
  CONSTRAINT "only_answers_reply" CHECK ((("reply_to" IS NULL) OR ("kind" = 'answer'))),
  CONSTRAINT "answers_reply" CHECK (((NOT ("kind" = 'answer')) OR (NOT ("reply_to" IS NULL)))),
  CONSTRAINT "labels_are_whole" CHECK (((("label_start" IS NULL) AND ("label_end" IS NULL)) OR ((((("label_start" < "label_end") AND ("label_end" <= "start")) AND (NOT ("label_start" IS NULL))) AND (NOT ("label_end" IS NULL))) AND (NOT ("speaker_label" IS NULL)))))
) STRICT;

-- Sentences of turns and of narrative text.
-- Not checked: the form of segment_id, document_id, text_digest, turn_id: SQLite has no regular expressions.
CREATE TABLE "segments" (
  "segment_id" TEXT NOT NULL CHECK (length("segment_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "turn_id" TEXT CHECK (length("turn_id") >= 1),
  "sequence" INTEGER NOT NULL CHECK ("sequence" >= 1),
  PRIMARY KEY ("segment_id"),
  UNIQUE ("document_id", "sequence"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("turn_id") REFERENCES "turns" ("turn_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;

-- What stands between quotation marks, whose words they are, and the cue that says so.
-- Not checked: the form of quotation_id, document_id, text_digest, speaker_id: SQLite has no regular expressions.
CREATE TABLE "quotations" (
  "quotation_id" TEXT NOT NULL CHECK (length("quotation_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "quote_type" TEXT NOT NULL CHECK ("quote_type" IN ('direct', 'mixed', 'scare', 'title')),
  "speaker_id" TEXT CHECK (length("speaker_id") >= 1),
  "cue" TEXT CHECK (length("cue") >= 1),
  "source" TEXT CHECK (length("source") >= 1),
  "source_start" INTEGER CHECK ("source_start" >= 0),
  "source_end" INTEGER CHECK ("source_end" >= 0),
  "cue_start" INTEGER CHECK ("cue_start" >= 0),
  "cue_end" INTEGER CHECK ("cue_end" >= 0),
  PRIMARY KEY ("quotation_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("speaker_id") REFERENCES "entities" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end")),
  CONSTRAINT "direct_quotations_have_a_speaker" CHECK (((NOT ("quote_type" = 'direct')) OR ((NOT ("speaker_id" IS NULL)) OR ("origin" = 'converter'))))
) STRICT;

-- Agreements, declarations and joint statements.
-- Not checked: the form of entity_id, place_id: SQLite has no regular expressions.
CREATE TABLE "agreements" (
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "title" TEXT NOT NULL CHECK (length("title") >= 1),
  "date_signed" TEXT CHECK (date("date_signed", '+0 days') IS "date_signed"),
  "place_id" TEXT CHECK (length("place_id") >= 1),
  PRIMARY KEY ("entity_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  FOREIGN KEY ("place_id") REFERENCES "places" ("entity_id")
) STRICT;

-- Who is party to an agreement.
-- Not checked: the form of agreement_id, party_id: SQLite has no regular expressions.
CREATE TABLE "agreement_parties" (
  "agreement_id" TEXT NOT NULL CHECK (length("agreement_id") >= 1),
  "party_id" TEXT NOT NULL CHECK (length("party_id") >= 1),
  PRIMARY KEY ("agreement_id", "party_id"),
  FOREIGN KEY ("agreement_id") REFERENCES "agreements" ("entity_id"),
  FOREIGN KEY ("party_id") REFERENCES "entities" ("entity_id")
) STRICT;

-- Other names and forms of address; each stands for one entity.
-- Not checked: the form of entity_id: SQLite has no regular expressions.
CREATE TABLE "aliases" (
  "alias" TEXT NOT NULL CHECK (length("alias") >= 1),
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('name', 'short-name', 'abbreviation', 'form-of-address')),
  PRIMARY KEY ("alias"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id")
) STRICT;

-- Identifiers in public schemes, each with where and when it was verified; one identifier, one entity.
-- Not checked: the form of scheme, entity_id: SQLite has no regular expressions.
CREATE TABLE "identifiers" (
  "scheme" TEXT NOT NULL CHECK (length("scheme") >= 1),
  "value" TEXT NOT NULL CHECK (length("value") >= 1),
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "verified_in" TEXT NOT NULL CHECK (length("verified_in") >= 1),
  "verified_on" TEXT NOT NULL CHECK (date("verified_on", '+0 days') IS "verified_on"),
  PRIMARY KEY ("scheme", "value"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id")
) STRICT;

-- Offices: who held which, in what body, and when.
-- Not checked: the form of affiliation_id, person_id, organisation_id: SQLite has no regular expressions.
CREATE TABLE "affiliations" (
  "affiliation_id" TEXT NOT NULL CHECK (length("affiliation_id") >= 1),
  "person_id" TEXT NOT NULL CHECK (length("person_id") >= 1),
  "organisation_id" TEXT NOT NULL CHECK (length("organisation_id") >= 1),
  "role" TEXT NOT NULL CHECK (length("role") >= 1),
  "date_from" TEXT CHECK (date("date_from", '+0 days') IS "date_from"),
  "date_to" TEXT CHECK (date("date_to", '+0 days') IS "date_to"),
  "date_precision" TEXT CHECK ("date_precision" IN ('day', 'month', 'season', 'year')),
  PRIMARY KEY ("affiliation_id"),
  UNIQUE ("person_id", "organisation_id", "role", "date_from"),
  FOREIGN KEY ("person_id") REFERENCES "persons" ("entity_id"),
  FOREIGN KEY ("organisation_id") REFERENCES "organisations" ("entity_id"),
  CONSTRAINT "ends_after_it_starts" CHECK (("date_from" <= "date_to"))
) STRICT;

-- Where a document names an entity, form of address included.
-- Not checked: the form of mention_id, document_id, text_digest, entity_id: SQLite has no regular expressions.
CREATE TABLE "mentions" (
  "mention_id" TEXT NOT NULL CHECK (length("mention_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "entity_type" TEXT NOT NULL CHECK ("entity_type" IN ('person', 'organisation', 'place', 'agreement')),
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  PRIMARY KEY ("mention_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;

-- Temporal expressions, normalised as TIMEX3 values.
-- Not checked: the form of timex_id, document_id, text_digest: SQLite has no regular expressions.
CREATE TABLE "timexes" (
  "timex_id" TEXT NOT NULL CHECK (length("timex_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "type" TEXT NOT NULL CHECK ("type" IN ('DATE', 'TIME', 'DURATION', 'SET')),
  "value" TEXT CHECK (length("value") >= 1),
  "modifier" TEXT CHECK ("modifier" IN ('BEFORE', 'AFTER', 'LESS_THAN', 'MORE_THAN', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE', 'START', 'MID', 'END', 'APPROX')),
  "anchor" TEXT CHECK (length("anchor") >= 1),
  PRIMARY KEY ("timex_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;

-- Stated figures with what they count.
-- Not checked: the form of amount_id, document_id, text_digest: SQLite has no regular expressions.
CREATE TABLE "amounts" (
  "amount_id" TEXT NOT NULL CHECK (length("amount_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "value" REAL NOT NULL CHECK (abs("value") < 9e999),
  "unit" TEXT NOT NULL CHECK (length("unit") >= 1),
  "modifier" TEXT CHECK ("modifier" IN ('about', 'nearly', 'over', 'under', 'at-least', 'at-most')),
  "measure" TEXT CHECK (length("measure") >= 1),
  "reference_period" TEXT CHECK (length("reference_period") >= 1),
  PRIMARY KEY ("amount_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;

-- Events that the documents report, plan or recall. What is merely said is no event.
-- Not checked: the form of event_id, cameo_code, place_id: SQLite has no regular expressions.
CREATE TABLE "events" (
  "event_id" TEXT NOT NULL CHECK (length("event_id") >= 1),
  "title" TEXT NOT NULL CHECK (length("title") >= 1),
  "date" TEXT CHECK (date("date", '+0 days') IS "date"),
  "date_end" TEXT CHECK (date("date_end", '+0 days') IS "date_end"),
  "date_precision" TEXT CHECK ("date_precision" IN ('day', 'month', 'season', 'year')),
  "category" TEXT CHECK ("category" IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')),
  "mode" TEXT CHECK (length("mode") >= 1),
  "context" TEXT CHECK (length("context") >= 1),
  "quad_code" TEXT CHECK ("quad_code" IN ('verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict')),
  "cameo_code" TEXT CHECK (length("cameo_code") >= 1),
  "place_id" TEXT CHECK (length("place_id") >= 1),
  "status" TEXT NOT NULL CHECK ("status" IN ('reported', 'planned', 'claimed', 'historical', 'negated')),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  PRIMARY KEY ("event_id"),
  FOREIGN KEY ("place_id") REFERENCES "places" ("entity_id"),
  CONSTRAINT "ends_after_it_starts" CHECK (("date" <= "date_end")),
  CONSTRAINT "dates_have_a_precision" CHECK ((("date" IS NULL) OR (NOT ("date_precision" IS NULL)))),
  CONSTRAINT "planned_meetings_are_agreed_not_held" CHECK (((NOT ("status" = 'planned')) OR (NOT ("category" = 'CONSULT')))),
  CONSTRAINT "quad_code_follows_category" CHECK (((((("category" IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE')) AND ("quad_code" = 'verbal-cooperation')) OR (("category" IN ('COOPERATE', 'AID', 'RETREAT')) AND ("quad_code" = 'material-cooperation'))) OR (("category" IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN')) AND ("quad_code" = 'verbal-conflict'))) OR (("category" IN ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')) AND ("quad_code" = 'material-conflict')))),
  CONSTRAINT "quad_code_comes_with_category" CHECK ((("category" IS NULL) = ("quad_code" IS NULL)))
) STRICT;

-- Who took part in an event, in what role and in what office.
-- Not checked: the form of event_id, entity_id, office: SQLite has no regular expressions.
CREATE TABLE "event_participants" (
  "event_id" TEXT NOT NULL CHECK (length("event_id") >= 1),
  "entity_id" TEXT NOT NULL CHECK (length("entity_id") >= 1),
  "role" TEXT NOT NULL CHECK ("role" IN ('actor', 'recipient', 'mediator')),
  "office" TEXT CHECK (length("office") >= 1),
  PRIMARY KEY ("event_id", "entity_id", "role"),
  FOREIGN KEY ("event_id") REFERENCES "events" ("event_id"),
  FOREIGN KEY ("entity_id") REFERENCES "entities" ("entity_id"),
  FOREIGN KEY ("office") REFERENCES "affiliations" ("affiliation_id")
) STRICT;

-- The words that evidence an event, and the date that they assert.
-- Not checked: the form of event_id, document_id, text_digest: SQLite has no regular expressions.
CREATE TABLE "event_evidence" (
  "event_id" TEXT NOT NULL CHECK (length("event_id") >= 1),
  "document_id" TEXT NOT NULL CHECK (length("document_id") >= 1),
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  "text_digest" TEXT NOT NULL CHECK (length("text_digest") >= 1),
  "origin" TEXT NOT NULL CHECK ("origin" IN ('converter', 'curator')),
  "asserted_date" TEXT CHECK (length("asserted_date") >= 1),
  PRIMARY KEY ("event_id", "document_id", "start"),
  FOREIGN KEY ("event_id") REFERENCES "events" ("event_id"),
  FOREIGN KEY ("document_id") REFERENCES "documents" ("document_id"),
  CONSTRAINT "spans_text" CHECK (("start" < "end"))
) STRICT;
