-- What was asked is kept, how far it is follows from the queues: so the table keeps what the artist stage answered, and
-- discovery_runs, which people read, becomes a view that asks the queues (R__pipeline_progress.sql).
alter table discovery_runs rename to run_outcomes;
alter table run_outcomes rename column state to outcome;

comment on table run_outcomes is
    'What was asked, and what the artist stage made of it: one row a run. How far a run is, view discovery_runs tells. Written by begin_discovery_run and record_discovery_outcome';
comment on column run_outcomes.id is 'Row id';
comment on column run_outcomes.correlation_id is 'Names the run everywhere; every message of the run carries it as _correlationId';
comment on column run_outcomes.asked is 'The request: artistName or artistId (of Spotify)';
comment on column run_outcomes.outcome is
    'queued: the artist stage has not answered. running: the artist is known. ambiguous, not_found and refused (no real artist, like "Various Artists") are ends';
comment on column run_outcomes.artist_id is 'The artist that was settled on; null before, and when there is none';
comment on column run_outcomes.candidates is 'Array of the artists who could be meant, when the name is ambiguous; else empty';
comment on column run_outcomes.started_at is 'When it began';
comment on column run_outcomes.finished_at is
    'Set for runs that ended without an artist; null for the others, whose end follows from the queues';
comment on column run_outcomes.updated_at is 'When the row last changed';

-- The key that people see follows from the name that is shown. Rows are found by the name they were made for, which
-- another order of the same songs could have made another one.
alter table producers add column first_key text check (first_key <> '');
create unique index producers_first_key on producers (first_key) where first_key is not null;

comment on column producers.first_key is
    'Key of the name for which the row was made, with what tells namesakes apart; null while it is normalized_name';
