-- What the tables mean by which queues are kept, worked on and watched. Here and not where they are made, so that what a
-- comment says can be changed.

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

comment on table worker_heartbeats is
    'One row a worker process and queue: it is alive while last_seen_at is no older than lease. A reset leaves alone what such a worker leased';
comment on column worker_heartbeats.queue_name is 'The queue that the process works on';
comment on column worker_heartbeats.worker_id is 'The process: its id, its host, and a random part';
comment on column worker_heartbeats.lease is
    'For how long the worker leases messages; it renews leases and this row when a third of it has passed';
comment on column worker_heartbeats.last_seen_at is 'The last sign of life';
