-- Units that have, or had, a manifest (bit 32, lib/records/dissemination.ts), in the order in which their changes are told.
CREATE INDEX disseminated_images ON eli4u.disseminated (stamp, id) WHERE (ever_able & 32) <> 0;
