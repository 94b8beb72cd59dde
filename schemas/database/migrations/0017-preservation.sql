-- Delivery to the preservation system (CAD art. 44; Linee guida AgID 2021 §4): daily registers of the protocol and closed fascicoli.

CREATE TABLE eli4u.preservation_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('dailyRegister', 'fascicolo')),
  -- of a daily register `register day`, of a fascicolo its record
  source_id text NOT NULL,
  -- 1, 2 …: sent again after a refusal, or closed again after a reopening
  submission integer NOT NULL CHECK (submission >= 1),
  -- what the preservation system knows it by; the same however often it is sent
  package_id text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'accepted', 'refused')),
  -- when its index was first written: of the index, so that a package made anew after a crash has the same bytes
  made_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  -- not before; null: at once
  next_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz,
  -- what went wrong the last time, or why it was refused, as the system said it
  said text,
  -- rapporto di versamento, as it came: its bytes lie among the documents
  report_hash text,
  report_bytes bigint,
  report_storage_key text,
  -- closed again while this one was under way: another follows
  again boolean NOT NULL DEFAULT false,
  UNIQUE (kind, source_id, submission),
  CHECK ((state IN ('accepted', 'refused')) = (ended_at IS NOT NULL)),
  CHECK (state NOT IN ('sent', 'accepted') OR sent_at IS NOT NULL),
  CHECK (state <> 'accepted' OR report_hash IS NOT NULL),
  CHECK ((report_hash IS NULL) = (report_storage_key IS NULL) AND (report_hash IS NULL) = (report_bytes IS NULL))
);
-- One under way for each thing.
CREATE UNIQUE INDEX preservation_delivery_open ON eli4u.preservation_delivery (kind, source_id) WHERE state IN ('waiting', 'sent');
CREATE INDEX preservation_delivery_due ON eli4u.preservation_delivery (coalesce(next_at, '-infinity'::timestamptz), id) WHERE state IN ('waiting', 'sent');
CREATE INDEX preservation_delivery_state ON eli4u.preservation_delivery (state, id);

-- What has its end keeps it: a report of acceptance is evidence.
CREATE FUNCTION eli4u.refuse_delivery_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('accepted', 'refused') OR (TG_OP = 'DELETE' AND OLD.made_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a delivery that was answered is evidence and stays as it is';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER preservation_delivery_kept BEFORE UPDATE OR DELETE ON eli4u.preservation_delivery
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_delivery_change();

-- A package that waits; where one is under way that was made already, another follows it.
CREATE FUNCTION eli4u.await_preservation(of_kind text, of_source text) RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO eli4u.preservation_delivery (kind, source_id, submission, package_id)
    SELECT of_kind, of_source, n, regexp_replace(of_kind || '-' || of_source, '[^A-Za-z0-9-]+', '-', 'g') || '-' || n
      FROM (SELECT coalesce(max(submission), 0) + 1 AS n FROM eli4u.preservation_delivery WHERE kind = of_kind AND source_id = of_source) t
    ON CONFLICT (kind, source_id) WHERE state IN ('waiting', 'sent') DO UPDATE SET again = preservation_delivery.made_at IS NOT NULL
    RETURNING id
$$;

-- In the transaction that closes: nothing closed is forgotten, nobody has to search for it.
CREATE FUNCTION eli4u.preserve_fascicolo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.closed_on IS NOT NULL THEN
    PERFORM eli4u.await_preservation('fascicolo', NEW.record_id);
  ELSE
    -- Reopened before anything was made of it.
    DELETE FROM eli4u.preservation_delivery WHERE kind = 'fascicolo' AND source_id = NEW.record_id AND state = 'waiting' AND made_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fascicolo_to_preserve AFTER UPDATE OF closed_on ON eli4u.fascicolo FOR EACH ROW
  WHEN (OLD.closed_on IS DISTINCT FROM NEW.closed_on) EXECUTE FUNCTION eli4u.preserve_fascicolo();
CREATE TRIGGER fascicolo_born_closed AFTER INSERT ON eli4u.fascicolo FOR EACH ROW
  WHEN (NEW.closed_on IS NOT NULL) EXECUTE FUNCTION eli4u.preserve_fascicolo();

CREATE FUNCTION eli4u.preserve_daily_register() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM eli4u.await_preservation('dailyRegister', NEW.register || ' ' || NEW.day);
  RETURN NULL;
END $$;
CREATE TRIGGER daily_register_to_preserve AFTER INSERT ON eli4u.daily_register FOR EACH ROW EXECUTE FUNCTION eli4u.preserve_daily_register();

-- What there is already: registers first, they have a day by which they must be there.
SELECT eli4u.await_preservation('dailyRegister', register || ' ' || day) FROM eli4u.daily_register WHERE delivered_at IS NULL ORDER BY register, day;
SELECT eli4u.await_preservation('fascicolo', record_id) FROM eli4u.fascicolo WHERE closed_on IS NOT NULL ORDER BY closed_on, record_id;

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.preservation_delivery TO eli4u_app;
