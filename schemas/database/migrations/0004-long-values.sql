-- A title or name may be as long as it likes: what indexes order by is its beginning, for PostgreSQL indexes no value beyond 2,704 bytes.
DROP INDEX eli4u.record_roots;
CREATE INDEX record_roots ON eli4u.record (repository_id, "left"(title, 200), id) WHERE parent_id IS NULL AND deleted_at IS NULL;
DROP INDEX eli4u.agent_list;
CREATE INDEX agent_list ON eli4u.agent ("left"(authorised_name, 200), id) WHERE deleted_at IS NULL;
