-- Fascicoli of all five kinds (AgID, Allegato 5), the repertorio in which they are entered, and repertori of documents (DPR 445/2000 arts. 64-65).

-- Of each class and kind one series in the fonds of the Comune; a new version of the titolario has series of its own.
CREATE TABLE eli4u.fascicolo_series (
  titolario text NOT NULL,
  title text NOT NULL,
  -- 0: a title without classes
  class smallint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('affare', 'attivita', 'personaFisica', 'personaGiuridica', 'procedimento')),
  record_id text NOT NULL UNIQUE REFERENCES eli4u.record (id),
  PRIMARY KEY (titolario, title, class, kind)
);
-- Until now there was one series for each class, and only procedures in it.
INSERT INTO eli4u.fascicolo_series (titolario, title, class, kind, record_id)
SELECT '2005', split_part(e.key, '/', 1), split_part(e.key, '/', 2)::smallint, 'procedimento', e.value
  FROM eli4u.setting s, jsonb_each_text(s.value -> 'series') AS e WHERE s.key = 'current_archive';

CREATE TABLE eli4u.fascicolo (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id),
  kind text NOT NULL CHECK (kind IN ('affare', 'attivita', 'personaFisica', 'personaGiuridica', 'procedimento')),
  -- the version of the titolario of the day it was opened; it keeps it while it is open
  titolario text NOT NULL,
  title text NOT NULL,
  class smallint NOT NULL,
  -- Number within class and year, without gaps; the year is that of the day of opening in Italy.
  year smallint NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  -- of a sottofascicolo: the file it divides, and its own number in it
  sub_of text REFERENCES eli4u.fascicolo (record_id),
  sub_number smallint NOT NULL DEFAULT 0,
  -- what an attività is: one fascicolo of it a year
  activity text,
  keywords text[] NOT NULL DEFAULT '{}',
  opened_on date NOT NULL,
  -- as its record says; kept by a trigger
  closed_on date,
  -- the responsible unit of today; the dated relation is in record_agent
  unit text NOT NULL,
  CHECK ((sub_of IS NULL) = (sub_number = 0)),
  CHECK ((activity IS NULL) = (kind <> 'attivita')),
  UNIQUE (title, class, year, number, sub_number)
) WITH (fillfactor = 90);
CREATE UNIQUE INDEX fascicolo_activity ON eli4u.fascicolo (title, class, year, activity) WHERE activity IS NOT NULL AND sub_of IS NULL;
-- Each way through the repertorio, the latest first.
CREATE INDEX fascicolo_opened ON eli4u.fascicolo (opened_on, record_id);
CREATE INDEX fascicolo_class ON eli4u.fascicolo (title, class, opened_on, record_id);
CREATE INDEX fascicolo_kind ON eli4u.fascicolo (kind, opened_on, record_id);
CREATE INDEX fascicolo_unit ON eli4u.fascicolo (unit, opened_on, record_id);
CREATE INDEX fascicolo_sub ON eli4u.fascicolo (sub_of, sub_number) WHERE sub_of IS NOT NULL;

CREATE TABLE eli4u.fascicolo_words (
  record_id text PRIMARY KEY REFERENCES eli4u.fascicolo (record_id),
  words tsvector NOT NULL
);
CREATE INDEX fascicolo_words_words ON eli4u.fascicolo_words USING gin (words);

-- What was done to a fascicolo, by whom: append-only as the events of procedures are.
CREATE TABLE eli4u.fascicolo_event (
  record_id text NOT NULL REFERENCES eli4u.fascicolo (record_id),
  n integer NOT NULL CHECK (n >= 1),
  at timestamptz NOT NULL,
  on_day date NOT NULL,
  actor text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('opened', 'documentAdded', 'reclassified', 'unitChanged', 'closed', 'reopened')),
  details jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (record_id, n)
);
CREATE TRIGGER fascicolo_event_append_only BEFORE UPDATE OR DELETE ON eli4u.fascicolo_event
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_rewriting();
CREATE TRIGGER fascicolo_event_never_emptied BEFORE TRUNCATE ON eli4u.fascicolo_event
  FOR EACH STATEMENT EXECUTE FUNCTION eli4u.refuse_rewriting();

-- The agent that an office of today is: whom the dated relation of responsibility names.
CREATE TABLE eli4u.unit_agent (
  unit_code text PRIMARY KEY,
  agent_id text NOT NULL UNIQUE REFERENCES eli4u.agent (id)
);

-- Procedures that there are already; their code says class, year and number.
INSERT INTO eli4u.fascicolo (record_id, kind, titolario, title, class, year, number, opened_on, closed_on, unit)
SELECT r.id, 'procedimento', '2005', c[2], c[3]::smallint, c[1]::smallint, c[4]::integer, r.opened_on, r.closed_on, p.unit
  FROM eli4u.procedure p JOIN eli4u.record r ON r.id = p.id
       CROSS JOIN LATERAL regexp_match(r.reference_code, '^(\d{4})-([IVX]+)/(\d+)\.(\d+)$') AS c;
INSERT INTO eli4u.fascicolo_words (record_id, words)
SELECT record_id, words FROM eli4u.fascicolo JOIN eli4u.procedure_words ON procedure_id = record_id;

-- Documents lie in fascicoli of any kind: `procedure_id` is the fascicolo.
ALTER TABLE eli4u.procedure_document DROP CONSTRAINT procedure_document_procedure_id_fkey;
ALTER TABLE eli4u.procedure_document ADD CONSTRAINT procedure_document_procedure_id_fkey
  FOREIGN KEY (procedure_id) REFERENCES eli4u.fascicolo (record_id);

-- Whoever closes or reopens a record, the repertorio shows it.
CREATE FUNCTION eli4u.note_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE eli4u.fascicolo SET closed_on = NEW.closed_on WHERE record_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER record_closing AFTER UPDATE OF closed_on ON eli4u.record FOR EACH ROW
  WHEN (OLD.closed_on IS DISTINCT FROM NEW.closed_on) EXECUTE FUNCTION eli4u.note_closing();

-- Series of documents numbered by year: delibere, determine, ordinanze, contratti.
CREATE TABLE eli4u.repertorio (
  record_id text PRIMARY KEY REFERENCES eli4u.record (id),
  code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  title text NOT NULL,
  class smallint NOT NULL,
  titolario text NOT NULL,
  opened_on date NOT NULL
);
CREATE TABLE eli4u.repertorio_entry (
  repertorio_id text NOT NULL REFERENCES eli4u.repertorio (record_id),
  year smallint NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  record_id text NOT NULL UNIQUE REFERENCES eli4u.document (record_id),
  on_day date NOT NULL,
  unit text NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  -- as it was sent
  file_name text,
  -- the fascicolo it belongs to, where it is the act of an affair
  fascicolo_id text REFERENCES eli4u.fascicolo (record_id),
  PRIMARY KEY (repertorio_id, year, number)
);
CREATE INDEX repertorio_entry_fascicolo ON eli4u.repertorio_entry (fascicolo_id);
CREATE TRIGGER repertorio_entry_append_only BEFORE UPDATE OR DELETE ON eli4u.repertorio_entry
  FOR EACH ROW EXECUTE FUNCTION eli4u.refuse_rewriting();

GRANT SELECT, INSERT, UPDATE ON eli4u.fascicolo, eli4u.fascicolo_words TO eli4u_app;
GRANT SELECT, INSERT ON eli4u.fascicolo_series, eli4u.fascicolo_event, eli4u.unit_agent, eli4u.repertorio, eli4u.repertorio_entry TO eli4u_app;
