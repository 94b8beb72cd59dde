-- The protocol register (DPR 445/2000 arts. 53–63): what is registered is written once and never changed, whoever connects. What may be added
-- to a registration (assignment, classification, annulment) is a row of protocol_change, which alone moves the columns that follow it.

CREATE TABLE eli4u.emergency_register (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  register text NOT NULL,
  -- since when the register could not be reached (art. 63 c. 1)
  started_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  -- who authorised manual registration, by which act
  authorised_by text NOT NULL CHECK (authorised_by <> ''),
  act text NOT NULL CHECK (act <> ''),
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL,
  ended_at timestamptz,
  ended_by text,
  CHECK (ended_at >= started_at),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX emergency_register_start ON eli4u.emergency_register (register, started_at);
CREATE UNIQUE INDEX emergency_register_open ON eli4u.emergency_register (register) WHERE ended_at IS NULL;

CREATE TABLE eli4u.protocol_registration (
  register text NOT NULL,
  year smallint NOT NULL,
  -- seven digits when written (art. 57)
  number integer NOT NULL CHECK (number BETWEEN 1 AND 9999999),
  at timestamptz NOT NULL,
  -- the day it was in Italy, never before that of an earlier number
  on_day date NOT NULL,
  flow text NOT NULL CHECK (flow IN ('in', 'out', 'internal')),
  -- [{ "name", "address"? }]
  sender jsonb NOT NULL,
  recipients jsonb NOT NULL,
  object text NOT NULL CHECK (object <> ''),
  hash text NOT NULL,
  hash_algorithm text NOT NULL DEFAULT 'SHA-256',
  -- [{ "record", "title", "hash" }]: what came or went with it, under the same number
  attachments jsonb NOT NULL DEFAULT '[]',
  -- date and number that the sender gave the document (art. 53 c. 1 e)
  sender_on date,
  sender_number text,
  channel text NOT NULL,
  operator text NOT NULL,
  aoo text NOT NULL,
  record_id text NOT NULL UNIQUE REFERENCES eli4u.document (record_id),
  -- registered by hand while the register could not be reached (art. 63): its number there, and when
  emergency_id bigint REFERENCES eli4u.emergency_register (id),
  emergency_number integer CHECK (emergency_number BETWEEN 1 AND 9999999),
  emergency_at timestamptz,
  -- What follows is moved by protocol_change alone.
  assigned_unit text,
  classification text,
  -- what stands in place of an annulled object, sender or recipients; the annulled ones stay above
  corrected jsonb NOT NULL DEFAULT '{}',
  annulled_at timestamptz,
  -- folded words of object, sender, recipients, corrections included
  words tsvector NOT NULL,
  PRIMARY KEY (register, year, number),
  UNIQUE (emergency_id, emergency_number),
  CHECK (extract(year FROM on_day) = year),
  CHECK ((emergency_id IS NULL) = (emergency_number IS NULL) AND (emergency_id IS NULL) = (emergency_at IS NULL))
);
-- Lists go backwards through the register; a day is read for its daily register.
CREATE INDEX protocol_registration_day ON eli4u.protocol_registration (register, on_day, number);
CREATE INDEX protocol_registration_words ON eli4u.protocol_registration USING gin (words);

CREATE TABLE eli4u.protocol_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  register text NOT NULL,
  year smallint NOT NULL,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  on_day date NOT NULL,
  by text NOT NULL CHECK (by <> ''),
  kind text NOT NULL CHECK (kind IN ('assigned', 'classified', 'annulled', 'objectAnnulled', 'senderAnnulled', 'recipientsAnnulled')),
  before jsonb,
  after jsonb,
  -- of annulments: the act that authorises it and why (art. 54)
  authorisation text,
  reason text,
  -- folded words of a corrected value
  words text NOT NULL DEFAULT '',
  FOREIGN KEY (register, year, number) REFERENCES eli4u.protocol_registration (register, year, number),
  CHECK (kind IN ('assigned', 'classified') OR (authorisation <> '' AND reason <> '') IS TRUE),
  CHECK (kind = 'annulled' OR after IS NOT NULL)
);
CREATE INDEX protocol_change_of ON eli4u.protocol_change (register, year, number, id);
CREATE INDEX protocol_change_day ON eli4u.protocol_change (register, on_day, id);

-- The registro giornaliero: what was registered, annulled and changed on a day, sealed and chained to the one before.
CREATE TABLE eli4u.daily_register (
  register text NOT NULL,
  day date NOT NULL,
  -- 1, 2, 3 …: its place in the chain
  n integer NOT NULL CHECK (n >= 1),
  made_at timestamptz NOT NULL,
  registrations integer NOT NULL,
  changes integer NOT NULL,
  first_number integer,
  last_number integer,
  -- of the XML as it is kept below the folder of documents
  hash text NOT NULL,
  bytes bigint NOT NULL,
  storage_key text NOT NULL,
  -- SHA-256 of the seal before and this hash
  seal text NOT NULL,
  -- by when it must be in preservation: the next working day
  deliver_by date NOT NULL,
  -- what the preservation system answered; null until it has it
  delivered_at timestamptz,
  delivery jsonb,
  PRIMARY KEY (register, day),
  UNIQUE (register, n)
);
CREATE INDEX daily_register_undelivered ON eli4u.daily_register (register, day) WHERE delivered_at IS NULL;

-- One registrar at a time in a register: the number is the last thing that a transaction takes, and what fails gives it back. All years share
-- the lock, so that nobody who came before midnight of 31 December numbers behind who came after.
CREATE FUNCTION eli4u.take_numbers(of_register text, today date, how_many integer, OUT on_day date, OUT year smallint, OUT first_number integer)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4104020, hashtext(of_register));
  on_day := greatest(today, (SELECT max(r.last_on) FROM eli4u.protocol_register r WHERE r.register = of_register));
  year := extract(year FROM on_day);
  INSERT INTO eli4u.protocol_register AS r (register, year, last_number, last_on) VALUES (of_register, take_numbers.year, how_many, take_numbers.on_day)
    ON CONFLICT ON CONSTRAINT protocol_register_pkey
    DO UPDATE SET last_number = r.last_number + how_many, last_on = greatest(r.last_on, excluded.last_on)
    RETURNING r.last_number - how_many + 1 INTO first_number;
END $$;

-- Registers documents that are kept: item record, document, registration, attachments; numbers in the order given. One round trip, so that the
-- lock lies on the register for as short as can be.
CREATE FUNCTION eli4u.register_documents(of_register text, of_aoo text, today date, entries jsonb)
RETURNS TABLE (ordinal integer, year smallint, number integer, on_day date) LANGUAGE plpgsql AS $$
DECLARE
  taken record;
BEGIN
  SELECT * INTO STRICT taken FROM eli4u.take_numbers(of_register, today, jsonb_array_length(entries));
  INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, title_lang, object, date_start, date_end, phase, visibility, digital)
    SELECT i->>'record', i->>'repository', i->>'parent', i->>'root', nextval('eli4u.fascicolo_position'), (i->>'depth')::smallint, 'item',
           i->>'title', 'it', i->>'object', taken.on_day, taken.on_day, 'current', i->>'visibility', true
      FROM jsonb_array_elements(entries) WITH ORDINALITY e (entry, n)
      CROSS JOIN LATERAL (SELECT entry UNION ALL SELECT entry || a FROM jsonb_array_elements(entry->'attachments') a) t (i);
  INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow, protocol_register, protocol_year, protocol_number, protocol_on, sender, recipients)
    SELECT entry->>'record', entry->>'hash', entry->>'format', (entry->>'bytes')::bigint, entry->>'storageKey', entry->>'flow', of_register,
           taken.year, taken.first_number + n - 1, taken.on_day, entry->'sender', entry->'recipients'
      FROM jsonb_array_elements(entries) WITH ORDINALITY e (entry, n)
    UNION ALL
    SELECT a->>'record', a->>'hash', a->>'format', (a->>'bytes')::bigint, a->>'storageKey', entry->>'flow', NULL, NULL, NULL, NULL,
           entry->'sender', entry->'recipients'
      FROM jsonb_array_elements(entries) e (entry) CROSS JOIN LATERAL jsonb_array_elements(entry->'attachments') a;
  INSERT INTO eli4u.protocol_registration (register, year, number, at, on_day, flow, sender, recipients, object, hash, attachments, sender_on, sender_number,
      channel, operator, aoo, record_id, emergency_id, emergency_number, emergency_at, assigned_unit, classification, words)
    SELECT of_register, taken.year, taken.first_number + n - 1, (entry->>'at')::timestamptz, taken.on_day, entry->>'flow', entry->'sender',
           entry->'recipients', entry->>'object', entry->>'hash',
           coalesce((SELECT jsonb_agg(jsonb_build_object('record', a->>'record', 'title', a->>'title', 'hash', a->>'hash') ORDER BY k)
                       FROM jsonb_array_elements(entry->'attachments') WITH ORDINALITY x (a, k)), '[]'),
           (entry->>'senderOn')::date, entry->>'senderNumber', entry->>'channel', entry->>'operator', of_aoo, entry->>'record',
           (entry->>'emergency')::bigint, (entry->>'emergencyNumber')::integer, (entry->>'emergencyAt')::timestamptz, entry->>'unit',
           entry->>'classification', array_to_tsvector(string_to_array(entry->>'words', ' '))
      FROM jsonb_array_elements(entries) WITH ORDINALITY e (entry, n);
  RETURN QUERY SELECT i::integer, taken.year::smallint, (taken.first_number + i - 1)::integer, taken.on_day::date
    FROM generate_series(1, jsonb_array_length(entries)) i;
END $$;

-- A change: under the register's lock, on no day whose daily register is made.
CREATE FUNCTION eli4u.follow_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  r eli4u.protocol_registration;
BEGIN
  PERFORM pg_advisory_xact_lock(4104020, hashtext(NEW.register));
  NEW.on_day := greatest(NEW.on_day, (SELECT max(last_on) FROM eli4u.protocol_register WHERE register = NEW.register));
  SELECT * INTO r FROM eli4u.protocol_registration p WHERE p.register = NEW.register AND p.year = NEW.year AND p.number = NEW.number FOR UPDATE;
  IF r.annulled_at IS NOT NULL THEN
    RAISE EXCEPTION 'registration %/% is annulled: nothing of it changes any more (DPR 445/2000 art. 54)', NEW.number, NEW.year USING ERRCODE = 'EL001';
  END IF;
  NEW.before := CASE NEW.kind
    WHEN 'assigned' THEN to_jsonb(r.assigned_unit) WHEN 'classified' THEN to_jsonb(r.classification)
    WHEN 'objectAnnulled' THEN coalesce(r.corrected->'object', to_jsonb(r.object))
    WHEN 'senderAnnulled' THEN coalesce(r.corrected->'sender', r.sender)
    WHEN 'recipientsAnnulled' THEN coalesce(r.corrected->'recipients', r.recipients) END;
  UPDATE eli4u.protocol_registration p SET
      assigned_unit = CASE WHEN NEW.kind = 'assigned' THEN NEW.after #>> '{}' ELSE p.assigned_unit END,
      classification = CASE WHEN NEW.kind = 'classified' THEN NEW.after #>> '{}' ELSE p.classification END,
      annulled_at = CASE WHEN NEW.kind = 'annulled' THEN NEW.at ELSE p.annulled_at END,
      corrected = p.corrected || CASE NEW.kind WHEN 'objectAnnulled' THEN jsonb_build_object('object', NEW.after)
        WHEN 'senderAnnulled' THEN jsonb_build_object('sender', NEW.after)
        WHEN 'recipientsAnnulled' THEN jsonb_build_object('recipients', NEW.after) ELSE '{}' END,
      words = p.words || array_to_tsvector(string_to_array(NEW.words, ' '))
    WHERE p.register = NEW.register AND p.year = NEW.year AND p.number = NEW.number;
  RETURN NEW;
END $$;
CREATE TRIGGER protocol_change_followed BEFORE INSERT ON eli4u.protocol_change FOR EACH ROW EXECUTE FUNCTION eli4u.follow_change();
CREATE TRIGGER protocol_change_append_only BEFORE UPDATE OR DELETE ON eli4u.protocol_change FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_rewriting();
CREATE TRIGGER protocol_change_never_emptied BEFORE TRUNCATE ON eli4u.protocol_change FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_rewriting();

CREATE FUNCTION eli4u.refuse_register_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'nothing is removed from the protocol register (DPR 445/2000 art. 53)';
  END IF;
  IF to_jsonb(NEW) - '{assigned_unit,classification,corrected,annulled_at,words}'::text[]
     IS DISTINCT FROM to_jsonb(OLD) - '{assigned_unit,classification,corrected,annulled_at,words}'::text[] THEN
    RAISE EXCEPTION 'a protocol registration cannot be changed (DPR 445/2000 art. 53): %/%', OLD.number, OLD.year;
  END IF;
  -- Only from within the trigger of protocol_change: no change without who and when.
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a protocol registration changes only by a row of protocol_change: %/%', OLD.number, OLD.year;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER protocol_registration_immutable BEFORE UPDATE OR DELETE ON eli4u.protocol_registration
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_register_change();
CREATE TRIGGER protocol_registration_never_emptied BEFORE TRUNCATE ON eli4u.protocol_registration
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_register_change();

-- Numbers go up and never down, days neither; a year of the register is never removed.
CREATE FUNCTION eli4u.refuse_counting_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR (NEW.register, NEW.year) IS DISTINCT FROM (OLD.register, OLD.year) OR NEW.last_number < OLD.last_number OR NEW.last_on < OLD.last_on THEN
    RAISE EXCEPTION 'the register % of % does not count back (DPR 445/2000 art. 57)', OLD.register, OLD.year;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER protocol_register_counts_on BEFORE UPDATE OR DELETE ON eli4u.protocol_register
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_counting_back();

-- A daily register is sealed: only what preservation answered is added, once.
CREATE FUNCTION eli4u.refuse_daily_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR to_jsonb(NEW) - '{delivered_at,delivery}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{delivered_at,delivery}'::text[]
     OR OLD.delivered_at IS NOT NULL THEN
    RAISE EXCEPTION 'the daily register is sealed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER daily_register_sealed BEFORE UPDATE OR DELETE ON eli4u.daily_register FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_daily_change();

-- What is registered already.
INSERT INTO eli4u.protocol_registration (register, year, number, at, on_day, flow, sender, recipients, object, hash, hash_algorithm, attachments,
    channel, operator, aoo, record_id, assigned_unit, classification, words)
  SELECT d.protocol_register, d.protocol_year, d.protocol_number, coalesce(o.added_at, d.protocol_on::timestamp AT TIME ZONE 'Europe/Rome'), d.protocol_on,
         coalesce(d.flow, 'in'), coalesce(d.sender, '[]'), coalesce(d.recipients, '[]'),
         coalesce(CASE WHEN o.kind = 'request' THEN p.subject END, r.title), d.hash, d.hash_algorithm,
         coalesce((SELECT jsonb_agg(jsonb_build_object('record', x.record_id, 'title', xr.title, 'hash', xd.hash) ORDER BY x.ordinal)
                     FROM eli4u.procedure_document x JOIN eli4u.document xd USING (record_id) JOIN eli4u.record xr ON xr.id = x.record_id
                    WHERE x.registered_with = d.record_id), '[]'),
         coalesce(p.channel, 'other'), coalesce(o.added_by, 'system'), i.code, d.record_id, p.unit, s.reference_code,
         array_to_tsvector(array_remove(regexp_split_to_array(lower(concat_ws(' ', p.subject, r.title, d.sender, d.recipients)), '\W+'), ''))
    FROM eli4u.document d JOIN eli4u.record r ON r.id = d.record_id JOIN eli4u.institution i ON i.id = r.repository_id LEFT JOIN eli4u.procedure_document o ON o.record_id = d.record_id
    LEFT JOIN eli4u.procedure p ON p.id = o.procedure_id LEFT JOIN eli4u.record f ON f.id = p.id LEFT JOIN eli4u.record s ON s.id = f.parent_id
   WHERE d.protocol_number IS NOT NULL;

GRANT SELECT, INSERT ON eli4u.protocol_registration, eli4u.protocol_change, eli4u.daily_register, eli4u.emergency_register TO eli4u_app;
GRANT UPDATE (delivered_at, delivery) ON eli4u.daily_register TO eli4u_app;
GRANT UPDATE (ended_at, ended_by) ON eli4u.emergency_register TO eli4u_app;

-- Messages of the institutional boxes, PEC and e-mail. The message as it came or went is kept whole; what could not be read stays in the list
-- with the reason, to be registered by hand.
CREATE TABLE eli4u.mail_message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  box text NOT NULL,
  -- as the message says; of one that says none, the hash of its bytes
  message_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pec', 'mail', 'anomaly', 'receipt', 'broken')),
  -- of a receipt: what daticert.xml calls it
  receipt text,
  -- of a receipt: Message-ID of what it is about
  about text,
  sender jsonb NOT NULL,
  recipients jsonb NOT NULL,
  subject text NOT NULL,
  sent_at timestamptz,
  noted_at timestamptz NOT NULL,
  hash text NOT NULL,
  bytes bigint NOT NULL,
  storage_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('toRegister', 'registered', 'receipt', 'discarded', 'toSend', 'sent', 'failed')),
  -- why it waits for somebody, or why sending failed
  reason text,
  register text,
  year smallint,
  number integer,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  UNIQUE (direction, message_id),
  FOREIGN KEY (register, year, number) REFERENCES eli4u.protocol_registration (register, year, number)
);
CREATE INDEX mail_message_state ON eli4u.mail_message (state, id);
CREATE INDEX mail_message_about ON eli4u.mail_message (about);
CREATE INDEX mail_message_registration ON eli4u.mail_message (register, year, number);
CREATE INDEX mail_message_due ON eli4u.mail_message (next_at) WHERE state = 'toSend';
CREATE FUNCTION eli4u.refuse_mail_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR (NEW.direction, NEW.message_id, NEW.hash, NEW.storage_key, NEW.noted_at) IS DISTINCT FROM
     (OLD.direction, OLD.message_id, OLD.hash, OLD.storage_key, OLD.noted_at) OR (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number) THEN
    RAISE EXCEPTION 'a message is kept as it came';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_message_kept BEFORE UPDATE OR DELETE ON eli4u.mail_message FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_mail_change();
-- Where reading of a box has come to; a box made anew (another validity) is read from its beginning.
CREATE TABLE eli4u.mail_box (
  box text PRIMARY KEY,
  uid_validity text NOT NULL,
  last_uid bigint NOT NULL,
  read_at timestamptz NOT NULL,
  problem text
);
GRANT SELECT, INSERT, UPDATE ON eli4u.mail_message, eli4u.mail_box TO eli4u_app;
