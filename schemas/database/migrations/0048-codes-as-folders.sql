-- Folders of images are named by reference codes, as far as folders can be: letters and digits, all else as one `_`, and no longer than a name may be
-- (which also is what an index takes).
CREATE FUNCTION eli4u.code_as_folder(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(trim(BOTH '_' FROM lower(regexp_replace(left(code, 1000), '[^[:alnum:]]+', '_', 'g'))), 200)
$$;
CREATE FUNCTION eli4u.codes_as_folders(codes text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT eli4u.code_as_folder(code) FROM unnest(codes) AS c (code))
$$;
CREATE INDEX record_code_as_folder ON eli4u.record (eli4u.code_as_folder(reference_code)) WHERE reference_code IS NOT NULL;
CREATE INDEX record_former_codes ON eli4u.record USING gin (eli4u.codes_as_folders(former_codes)) WHERE former_codes <> '{}';
