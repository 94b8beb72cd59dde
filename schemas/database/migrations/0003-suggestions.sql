-- What is suggested while a reader types (lib/search/README.md). Every list is a range of an index in code-point order, read from its beginning
-- for a few rows: the order of the database's own collation, where it has another, gives no such ranges.

-- Letters without accents, lower case, as lib/search/fold.ts makes them. In an index, so its body may never change: another rule is another function.
CREATE FUNCTION eli4u.folded(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(normalize(value, NFD)), '[\u0300-\u036f]+', '', 'g')
$$;

CREATE INDEX facet_term_begins ON eli4u.facet_term (facet, (eli4u.folded(value) COLLATE "C"));
CREATE INDEX agent_begins ON eli4u.agent (name_key COLLATE "C", id);

-- Fonds to subseries: few in a million records, and what a reader means first.
CREATE INDEX search_heads ON eli4u.search_document (standing, title_sort, record_id) WHERE standing <= 3;
