-- What the tables mean by which the pipeline runs and is watched.

comment on table queue_registry is
    'The queues that the system knows, one row each; their dead letter queues need none. Written by register_queue; operators may change the three columns that are for them';
comment on column queue_registry.id is 'Row id';
comment on column queue_registry.queue_name is 'The queue; its dead letter queue is <queue_name>_dlq';
comment on column queue_registry.display_name is 'Name for people; null when nobody gave one';
comment on column queue_registry.description is 'What the queue is for; null when nobody said it';
comment on column queue_registry.active is
    'False pauses: within seconds no worker takes another message of this queue; what is being worked on is finished. Messages may still be sent';
comment on column queue_registry.created_at is 'When the queue was registered';
comment on column queue_registry.updated_at is 'When the row last changed, for example when the queue was paused';

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
comment on column provider_budgets.provider is 'Who is asked: a name of providers';
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

comment on table provider_usage is
    'Calls to providers with a rolling quota, counted in slots of a minute so that a restart forgets none. Written by worker_spend, which also deletes what left the window';
comment on column provider_usage.provider is 'Who was called, as in provider_budgets';
comment on column provider_usage.bucket is 'The group of endpoints, as in provider_budgets';
comment on column provider_usage.slot is 'Beginning of the minute';
comment on column provider_usage.calls is 'Calls of that run in that minute';

comment on table provider_facts is
    'What was found out about a provider and would cost a call to find out again, for example whether Spotify serves this app large pages. Written and read by the provider clients';
comment on column provider_facts.provider is 'Whom it is about';
comment on column provider_facts.fact is 'What it is about, for example mode or pages of 50';
comment on column provider_facts.value is 'The fact, for example development or refused';
comment on column provider_facts.observed_at is 'When it was seen; facts are tried again some time after';

comment on table stage_providers is
    'Which providers a stage asks, as their descriptors say. Written by the migrations; monitoring and progress read it to tell waiting from stuck';
comment on column stage_providers.queue_name is 'The stage''s queue';
comment on column stage_providers.provider is 'Whom it asks, as in provider_budgets';
comment on column stage_providers.required is
    'True when the stage waits while this provider is parked; false when it goes on without, knowing less';

comment on table worker_issues is
    'What went wrong in workers and needs a look: one open row a worker and kind, with a count. Written by worker_report_issue; resolved by worker_resolve_issues or an operator';
comment on column worker_issues.id is 'Row id';
comment on column worker_issues.worker_name is 'The worker: the name of its queue';
comment on column worker_issues.issue_type is
    'Kind: "defect: " for what nobody expected, "gave up: " for a message that went to the dead letter queue; then the error''s class';
comment on column worker_issues.message is 'What happened last, for people';
comment on column worker_issues.details is
    'Of the last occurrence: queue, message_id, correlation_id, stack; and count: how often it occurred while open';
comment on column worker_issues.resolved is 'True when it did not occur for a while on a queue that works, or somebody said so';
comment on column worker_issues.created_at is 'When it occurred first';
comment on column worker_issues.updated_at is 'When it occurred last or was resolved';

comment on table queue_metrics is
    'What workers processed: one row a batch, gathered over about a second. Written by worker_record_batch, read by monitoring, purged by retention (purge_old_queue_metrics)';
comment on column queue_metrics.id is 'Row id';
comment on column queue_metrics.queue_name is 'The queue';
comment on column queue_metrics.operation is 'What was done: process';
comment on column queue_metrics.started_at is 'When the first of its messages was begun';
comment on column queue_metrics.finished_at is 'When the last of them ended; null when that is not known';
comment on column queue_metrics.processed_count is 'Messages that ended, in whatever way';
comment on column queue_metrics.success_count is 'Of these, done or recognised as done before';
comment on column queue_metrics.error_count is 'Of these, failed attempts and dead letters';
comment on column queue_metrics.details is
    'Messages by ending: done, duplicate, retry_later, throttled, failed, dead, lost, released';
comment on column queue_metrics.created_at is 'When the row was written; rates and retention go by it';

comment on table monitoring_events is
    'What timers and operators did and found. Written by the functions that do it and by record_monitoring_event, purged by retention (purge_old_monitoring_events)';
comment on column monitoring_events.id is 'Row id';
comment on column monitoring_events.event_type is
    'message_moved_to_dlq, message_reprocessed_from_dlq, dead_letter_discarded, stuck_messages_reset, stuck_messages_checked, lock_force_released, scaling_recommendation, queue_paused, queue_resumed, timer_done, timer_failed, or the caller''s own';
comment on column monitoring_events.details is 'What it was about; by is the database user who asked, where it is kept';
comment on column monitoring_events.created_at is 'When it happened';

comment on table pgmq_dead_letter_items is
    'A permanent record of every message that ever went to a dead letter queue, also of those replayed since; the live message is in that queue itself. Written by move_to_dead_letter_queue';
comment on column pgmq_dead_letter_items.id is 'Row id';
comment on column pgmq_dead_letter_items.queue_name is 'The queue that the message came from';
comment on column pgmq_dead_letter_items.msg is 'Its body as it was, without _dlq_metadata';
comment on column pgmq_dead_letter_items.failed_at is 'When it was given up';
comment on column pgmq_dead_letter_items.fail_count is
    'Real failures before it was given up; how often it was read, for a message that counts no failures';
comment on column pgmq_dead_letter_items.details is
    'original_message_id, dlq_name, dlq_message_id, failure_reason, custom_metadata';

comment on table queue_mgmt.problematic_messages is
    'Messages that somebody should look at, whatever became of them. Written by record_problematic_message, resolved by operators';
comment on column queue_mgmt.problematic_messages.id is 'Row id';
comment on column queue_mgmt.problematic_messages.queue_name is 'The queue';
comment on column queue_mgmt.problematic_messages.message_id is 'Its id in the queue, as text';
comment on column queue_mgmt.problematic_messages.message_body is 'Its body; null when the reporter had none';
comment on column queue_mgmt.problematic_messages.error_type is 'Kind of the problem, in the reporter''s words';
comment on column queue_mgmt.problematic_messages.error_details is 'What is wrong; null when nothing more is known';
comment on column queue_mgmt.problematic_messages.created_at is 'When it was reported';
comment on column queue_mgmt.problematic_messages.resolved is 'True when somebody dealt with it';
comment on column queue_mgmt.problematic_messages.resolution_details is 'How it was dealt with; null before';

comment on table shedlock is
    'Which replica runs a timer''s job: one row a job, in the columns that ShedLock prescribes. Written and read by the queue monitor. Times are UTC';
comment on column shedlock.name is 'The job';
comment on column shedlock.lock_until is 'Nobody else runs the job before this time';
comment on column shedlock.locked_at is 'When it was last begun';
comment on column shedlock.locked_by is 'The host that began it';
