-- Folders of images are named by reference codes, as far as folders can be: letters and digits, all else as one `_`.
CREATE FUNCTION eli4u.code_as_folder(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trim(BOTH '_' FROM lower(regexp_replace(code, '[^[:alnum:]]+', '_', 'g')))
$$;
CREATE INDEX record_code_as_folder ON eli4u.record (eli4u.code_as_folder(reference_code)) WHERE reference_code IS NOT NULL;
CREATE INDEX record_former_codes ON eli4u.record USING gin (former_codes) WHERE former_codes <> '{}';
