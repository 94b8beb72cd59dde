-- Search on PostgreSQL (lib/search/README.md). One row per record and scope; public queries name only the public partition.

CREATE TEXT SEARCH CONFIGURATION eli4u.italian (COPY = pg_catalog.italian);
ALTER TEXT SEARCH CONFIGURATION eli4u.italian
  ALTER MAPPING FOR hword, hword_part, word, asciihword, hword_asciipart, asciiword WITH unaccent, italian_stem;

-- Every value of every facet once; the number is what search rows carry.
CREATE TABLE eli4u.facet_term (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  facet text NOT NULL,
  value text NOT NULL,
  UNIQUE (facet, value)
);

-- Every combination of facet values once: records of one series mostly share it, so counting facets is counting small integers.
CREATE TABLE eli4u.facet_set (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  terms integer[] NOT NULL,
  hash bytea NOT NULL UNIQUE
);

CREATE TABLE eli4u.search_document (
  scope text NOT NULL CHECK (scope IN ('public', 'internal')),
  record_id text NOT NULL,
  root_id text NOT NULL,
  facet_set integer NOT NULL,
  -- 0–15, by hash of the record's id: the tier of the unbiased sample it belongs to
  sample smallint NOT NULL,
  -- lower first: where the record stands before any word is looked at (its level: 0 a fonds, 6 an item)
  standing smallint NOT NULL,
  year_start smallint,
  year_end smallint,
  date_start date,
  date_end date,
  title_sort text NOT NULL COLLATE "C",
  code_sort text NOT NULL COLLATE "C",
  -- in the public partition: an internal twin with more words exists
  has_internal boolean NOT NULL DEFAULT false,
  words tsvector NOT NULL,
  -- says nothing: see below
  padding text NOT NULL DEFAULT repeat('x', 1900),
  PRIMARY KEY (scope, record_id)
) PARTITION BY LIST (scope);

-- Words lie out of line, so that counting and sorting many hits reads narrow rows: at 1,000,000 records of 25 words the table is 160 MB,
-- with words in line it was 813 MB, and a search for everything with all facets took 700 ms in place of 100 (measured 2026-11-23). PostgreSQL moves values
-- out of rows longer than 2 KB only, down to toast_tuple_target; the padding makes each row that long for a moment and is itself compressed to
-- some 40 bytes.
CREATE TABLE eli4u.search_document_public PARTITION OF eli4u.search_document FOR VALUES IN ('public') WITH (toast_tuple_target = 256);
CREATE TABLE eli4u.search_document_internal PARTITION OF eli4u.search_document FOR VALUES IN ('internal') WITH (toast_tuple_target = 256);
ALTER TABLE eli4u.search_document_public
  ALTER words SET STORAGE EXTERNAL, ALTER padding SET STORAGE MAIN, ALTER padding SET COMPRESSION pglz;
ALTER TABLE eli4u.search_document_internal
  ALTER words SET STORAGE EXTERNAL, ALTER padding SET STORAGE MAIN, ALTER padding SET COMPRESSION pglz;

CREATE INDEX search_words ON eli4u.search_document USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 65536);
CREATE INDEX search_standing ON eli4u.search_document (standing, record_id);
CREATE INDEX search_date ON eli4u.search_document (date_start, record_id);
CREATE INDEX search_title ON eli4u.search_document (title_sort, record_id);
CREATE INDEX search_code ON eli4u.search_document (code_sort, record_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.search_document, eli4u.search_document_public, eli4u.search_document_internal,
  eli4u.facet_term, eli4u.facet_set TO eli4u_app;

-- The pending list of the word index belongs to its owner; whoever has written much flushes it through this door.
CREATE FUNCTION eli4u.flush_search_index() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT gin_clean_pending_list('eli4u.search_document_public_words_idx'::regclass),
         gin_clean_pending_list('eli4u.search_document_internal_words_idx'::regclass);
$$;
GRANT EXECUTE ON FUNCTION eli4u.flush_search_index() TO eli4u_app;
GRANT MAINTAIN ON eli4u.search_document, eli4u.search_document_public, eli4u.search_document_internal, eli4u.facet_set, eli4u.facet_term
  TO eli4u_app;
