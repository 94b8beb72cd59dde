-- Whether the office has written in a case is asked of each of somebody's cases whenever Mia Pagina opens: of all events only messages are looked at.
CREATE INDEX procedure_event_message ON eli4u.procedure_event (procedure_id, n) WHERE kind = 'messageSent';
