-- The fonds of what the offices do was called after the first of its three ages, "Archivio corrente", and the public reads its name from the first
-- transfer to the historical section on. It is one archive from filing to the reading room, and is called after who makes it; the Archivio generale of
-- the Comune is another fonds, which finding aids describe.
WITH renamed AS (
  UPDATE eli4u.record r SET title = regexp_replace(r.title, 'Archivio corrente$', 'Archivio degli uffici'), changed_at = now(), disseminated_at = now()
    FROM eli4u.setting s
   WHERE s.key = 'current_archive' AND r.id = s.value ->> 'fonds' AND r.title LIKE '%, Archivio corrente' RETURNING r.id)
INSERT INTO eli4u.outbox (topic, payload)
  SELECT 'search.stale', jsonb_build_object('ids', jsonb_agg(id)) FROM renamed HAVING count(*) > 0;
