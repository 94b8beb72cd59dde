-- How page text is searched: its folded words, each once, for the search rows of its record; their stems with places, for pages within a record.
ALTER TABLE eli4u.page_text
  ADD COLUMN words text[] NOT NULL DEFAULT '{}',
  ADD COLUMN stems tsvector NOT NULL DEFAULT '';
