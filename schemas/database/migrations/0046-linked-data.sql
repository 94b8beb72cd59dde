-- How far a triple store has been told of what is disseminated (npm run publish:rdf), by its address; whoever was told last within a second, by id.
CREATE TABLE eli4u.rdf_publication (
  address text PRIMARY KEY,
  stamp timestamptz(0) NOT NULL,
  id text NOT NULL,
  -- when it last came to an end
  finished_at timestamptz
);

-- Where other providers are harvested (npm run ingest -- --oai): how far, and where a harvest that broke off goes on.
CREATE TABLE eli4u.oai_harvest (
  address text NOT NULL,
  -- '' where all is asked for
  set_spec text NOT NULL,
  prefix text NOT NULL,
  -- responseDate of the first answer of the last harvest that came to its end, as the provider wrote it
  harvested_from text,
  -- of the harvest under way: the same of its first answer, and where it stands
  begun_from text,
  resumption_token text,
  PRIMARY KEY (address, set_spec, prefix)
);

-- What a provider calls the finding aid or the authority record that we have from it: by that name it says that it has deleted it.
CREATE TABLE eli4u.oai_origin (
  address text NOT NULL,
  prefix text NOT NULL,
  identifier text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('record', 'agent')),
  -- of a record its id, of an agent the identifier that its authority record gives
  value text NOT NULL,
  PRIMARY KEY (address, prefix, identifier, kind, value)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.rdf_publication, eli4u.oai_harvest, eli4u.oai_origin TO eli4u_app;
