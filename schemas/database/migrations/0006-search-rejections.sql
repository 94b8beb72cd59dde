-- Documents that an outer index (Elasticsearch) would not take: told by `verify` and `/metrics`, gone once the record is taken.
CREATE TABLE eli4u.search_rejection (
  record_id text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('public', 'internal')),
  reason text NOT NULL,
  rejected_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (record_id, scope)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON eli4u.search_rejection TO eli4u_app;
