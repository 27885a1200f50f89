-- Whose credits are to be added up anew soon. Whoever settles many songs notes it here instead of adding up within each
-- settlement, under its locks and for people whom the next one credits again. Logged: after a crash it is still to be done.

create table stale_summaries (
    producer_id uuid not null,
    -- When the transaction began, as it says of the messages that it archives.
    noted_at timestamptz not null default now()
);

create index stale_summaries_noted on stale_summaries (noted_at);

alter table stale_summaries set (
    -- Rows live for a second, and each look reads past what is not cleared away.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 2000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 10000);

comment on table stale_summaries is
    'Producers whose credits transactions have changed that left adding them up to summarise_stale; a producer may stand here several times';
comment on column stale_summaries.producer_id is 'The producer, merged or not';
comment on column stale_summaries.noted_at is 'When the transaction began that noted it; earlier notes are taken first';
