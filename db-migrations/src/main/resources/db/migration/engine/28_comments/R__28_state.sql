-- What the tables mean by which entities and providers are shared.

comment on function set_updated_at() is
    'Trigger function: sets updated_at to the time of the transaction, whatever the statement said';

comment on table processing_status is
    'What was done with an entity, and whether somebody is at it. Songs and producers are noted by their stages when done; whoever needs only one at work uses acquire_processing_lock. Changed by functions only';
comment on column processing_status.id is 'Row id';
comment on column processing_status.entity_type is 'song and producer for the stages; others as callers like, for example artist, album, track';
comment on column processing_status.entity_id is 'Its id as text';
comment on column processing_status.state is
    'PENDING: waiting or given back. IN_PROGRESS: somebody is at it, see processing_locks. COMPLETED: done for good. FAILED: tried in vain, may be acquired again';
comment on column processing_status.attempts is 'How often the processing began';
comment on column processing_status.last_processed_at is
    'When the state last changed or its holder last gave a sign of life; null when nothing was begun';
comment on column processing_status.metadata is
    'Of a song: version (for which song_version it was identified). After a time-out: recovered_at, recovered_from (the last sign of life of the former holder), recoveries (how often)';
comment on column processing_status.last_error is 'Why it failed last; null when it did not, or succeeded since';
comment on column processing_status.created_at is 'When the entity was named first';
comment on column processing_status.updated_at is 'When the row last changed';

comment on table processing_locks is
    'Who holds an entity that is in progress. Written by acquire_processing_lock and claim_stale_lock, removed when the processing ends. Leases of messages are not here but in the queues';
comment on column processing_locks.id is 'Row id';
comment on column processing_locks.entity_type is 'Kind of the entity, as in processing_status';
comment on column processing_locks.entity_id is 'Its id as text';
comment on column processing_locks.worker_id is 'The holder, as it calls itself; null when it gave no name';
comment on column processing_locks.acquired_at is 'When the present holder took it';
comment on column processing_locks.last_heartbeat is 'The holder''s last sign of life (update_lock_heartbeat)';
comment on column processing_locks.ttl_seconds is
    'Seconds after the last sign of life from which on claim_stale_lock may take it over';
comment on column processing_locks.correlation_id is 'The run on whose behalf; null when it was not said';
comment on column processing_locks.metadata is 'claimed_from (the former holder) and claimed_at, when it was taken over';

comment on table processed_operations is
    'What a named operation of process_…_atomic answered: the same operation again changes nothing and answers the same. Forgotten after the retention (purge_processed_operations)';
comment on column processed_operations.kind is 'What was stored: artist, album, track or producer';
comment on column processed_operations.operation_id is 'Chosen by the caller, the same when it repeats itself; workers derive it from the message';
comment on column processed_operations.result is 'The answer';
comment on column processed_operations.created_at is 'When it was done';

comment on table provider_budgets is
    'Quotas, bans and outages of outside services, one row a provider and group of endpoints; the same for all replicas and across restarts. Written by worker_park, worker_quota_refused, worker_answered and worker_spend';
comment on column provider_budgets.id is 'Row id';
comment on column provider_budgets.provider is 'Who is asked, by name';
comment on column provider_budgets.bucket is 'A group of endpoints with a limit of its own; * is the whole provider';
comment on column provider_budgets."window" is 'Length of the rolling window in which calls count; null where no quota was ever counted';
comment on column provider_budgets.used is 'Calls within the window, as of the last one; provider_usage has the slots';
comment on column provider_budgets."limit" is 'Most calls in the window, as of the last one: what is configured or, where less was learned, that. Null where no quota was ever counted';
comment on column provider_budgets.parked_until is 'No call before this time. Null or past: calls are allowed';
comment on column provider_budgets.reason is 'Why it is or was parked; null when it never was, and after an outage';
comment on column provider_budgets.outage is
    'True when the park ends as soon as the provider answers; false for a ban or a spent quota, which last until their time';
comment on column provider_budgets.created_at is 'When the provider was first counted or parked';
comment on column provider_budgets.updated_at is 'When the row last changed';
comment on column provider_budgets.learned_limit is
    'The most calls in the window that the provider was seen to allow, where that is less than configured; null when it never was';
comment on column provider_budgets.learned_at is
    'When learned_limit was learned. It holds for a week, after which the configured limit is tried again';
comment on column provider_budgets.warned_at is 'When four fifths of the limit were used last; told at most once a window';

comment on table provider_usage is
    'Calls to providers with a rolling quota, counted in slots of a minute so that a restart forgets none. Written by worker_spend, which also deletes what left the window';
comment on column provider_usage.provider is 'Who was called, as in provider_budgets';
comment on column provider_usage.bucket is 'The group of endpoints, as in provider_budgets';
comment on column provider_usage.slot is 'Beginning of the minute';
comment on column provider_usage.calls is 'Calls of that run in that minute';
comment on column provider_usage.correlation_id is 'The run that made the calls; null for calls of no run';

comment on table stage_providers is
    'Which providers a stage asks. Monitoring and progress read it to tell waiting from stuck; workers state their needs in code';
comment on column stage_providers.queue_name is 'The stage''s queue';
comment on column stage_providers.provider is 'Whom it asks, as in provider_budgets';
comment on column stage_providers.required is
    'True when the stage waits while this provider is parked; false when it goes on without, knowing less';
comment on column stage_providers.buckets is 'The provider''s buckets that the stage calls; null for all of them';

comment on table run_waits is
    'Runs that have used their share of a quota and wait, so that others get theirs. Written by worker_spend, which also deletes what is over';
comment on column run_waits.correlation_id is 'The run';
comment on column run_waits.provider is 'Of whose quota, as in provider_budgets';
comment on column run_waits.bucket is 'The group of endpoints, as in provider_budgets';
comment on column run_waits.until is 'When there may be more for the run. Past: it does not wait any more';

comment on table provider_checks is
    'How each provider did when it was last asked for something well-known. Written by claim_provider_check and record_provider_check';
comment on column provider_checks.provider is 'Who was asked, as in provider_budgets';
comment on column provider_checks.claimed_at is 'When a process last took it on itself to ask';
comment on column provider_checks.condition is
    'fine; down: no answer, or errors of its own; blocked: it refuses us; changed: it answers, but not what it used to. Null until it was asked once';
comment on column provider_checks.detail is 'What is wrong, for a person; empty when all is fine';
comment on column provider_checks.since is 'Since when it has been in this condition';
comment on column provider_checks.checked_at is 'When it was last asked';
