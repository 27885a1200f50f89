-- Which workers are alive, and the indexes that the purges need.

-- Not unlogged: after a crash of the server the table would be empty, and for the length of a third of a lease a reset
-- would take messages out of living hands. One row a worker process and queue, written every ten seconds, costs nothing.
create table worker_heartbeats (
    queue_name text not null check (queue_name <> ''),
    worker_id text not null check (worker_id <> ''),
    lease interval not null check (lease > interval '0' and lease <= interval '30 days'),
    last_seen_at timestamptz not null default clock_timestamp(),
    primary key (queue_name, worker_id)
) with (fillfactor = 50);

comment on table worker_heartbeats is
    'One row a worker process and queue: it is alive while last_seen_at is no older than lease. A reset leaves alone what such a worker leased';
comment on column worker_heartbeats.queue_name is 'The queue that the process works on';
comment on column worker_heartbeats.worker_id is 'The process: its id, its host, and a random part';
comment on column worker_heartbeats.lease is
    'For how long the worker leases messages; it renews leases and this row when a third of it has passed';
comment on column worker_heartbeats.last_seen_at is 'The last sign of life';

-- What is settled is purged by age.
create index worker_issues_resolved on worker_issues (updated_at) where resolved;
create index problematic_messages_resolved on queue_mgmt.problematic_messages (created_at) where resolved;
