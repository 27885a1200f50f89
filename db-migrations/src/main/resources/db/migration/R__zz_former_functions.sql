-- What nothing calls any more. Sorts last: a question that was being answered when its function was replaced may still call
-- one of these.

drop function if exists producer_matches(text);
drop function if exists worker_low_water_mark(text);
drop function if exists worker_next_due(text, timestamptz);
