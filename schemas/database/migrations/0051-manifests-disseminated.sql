-- Units that have, or had, a manifest (bit 32, lib/records/dissemination.ts), in the order in which their changes are told.
CREATE INDEX disseminated_images ON eli4u.disseminated (stamp, id) WHERE (ever_able & 32) <> 0;

-- A manifest also changes with the parts, the rights and the sizes of its pages, and with what is found on them: harvests hear of each (0044).
DO $$
DECLARE
  told text;
BEGIN
  FOREACH told IN ARRAY ARRAY['image_set', 'image', 'page_text']
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_added AFTER INSERT ON eli4u.%1$s REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_objects()', told);
    EXECUTE format('CREATE TRIGGER %1$s_is AFTER UPDATE ON eli4u.%1$s REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_objects()', told);
    EXECUTE format('CREATE TRIGGER %1$s_lost AFTER DELETE ON eli4u.%1$s REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION eli4u.mark_objects()', told);
  END LOOP;
END $$;
