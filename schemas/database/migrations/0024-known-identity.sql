-- Who signs in by an identity provider is known by it: by tax code, or, where a State gives none (Regulation (EU) 910/2014), by what eIDAS calls the
-- person identifier. No residence is assumed of anybody.
ALTER TABLE eli4u.agent_identity ADD COLUMN foreign_identifier text UNIQUE CHECK (foreign_identifier <> '');
-- who vouched for this identity last, how surely, and when
ALTER TABLE eli4u.agent_identity ADD COLUMN known_by text;
ALTER TABLE eli4u.agent_identity ADD COLUMN assurance text;
ALTER TABLE eli4u.agent_identity ADD COLUMN known_at timestamptz;
ALTER TABLE eli4u.agent_identity ADD CHECK ((known_by IS NULL) = (known_at IS NULL));
