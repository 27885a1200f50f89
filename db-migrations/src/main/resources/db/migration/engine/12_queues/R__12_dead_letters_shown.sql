-- What lies in the dead letter queues, and what ever did.

-- One row a message in any dead letter queue. The queues are only known at run time, so the view asks this function.
create or replace function list_dead_letters()
returns table (
    queue_name text,
    source_queue text,
    message_id bigint,
    original_message_id bigint,
    moved_at timestamptz,
    failure_reason text,
    custom_metadata jsonb,
    full_message jsonb
)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    dead_letters text;
begin
    for dead_letters in
        select ascii_lower(m.queue_name)
        from pgmq.meta m
        where is_dead_letter_queue(m.queue_name)
        order by 1
    loop
        return query execute format(
            'select
                $1,
                coalesce(q.origin ->> ''source_queue'', regexp_replace($1, ''_dlq$'', '''')),
                q.msg_id,
                message_number(q.origin ->> ''original_message_id''),
                coalesce(header_time(q.origin, ''moved_at''), q.enqueued_at),
                q.origin ->> ''failure_reason'',
                nullif(q.origin -> ''custom_metadata'', ''null''),
                q.message
            from (
                select
                    m.msg_id,
                    m.enqueued_at,
                    m.message,
                    case when jsonb_typeof(m.message) = ''object'' then m.message -> ''_dlq_metadata'' end as origin
                from %s as m
            ) as q',
            get_queue_table_name_safe(dead_letters))
        using dead_letters;
    end loop;
end
$$;

comment on function list_dead_letters() is 'What view dlq_messages shows';

create or replace view dlq_messages as
select
    queue_name,
    source_queue,
    message_id,
    original_message_id,
    moved_at,
    failure_reason,
    custom_metadata,
    full_message
from list_dead_letters();

comment on view dlq_messages is 'Every message in a dead letter queue, with where it came from and why';
comment on column dlq_messages.queue_name is 'The dead letter queue';
comment on column dlq_messages.source_queue is 'The queue that the message came from';
comment on column dlq_messages.message_id is 'Its id in the dead letter queue: what reprocess_from_dlq takes';
comment on column dlq_messages.original_message_id is
    'Its id in the source queue; null when somebody put it here by hand';
comment on column dlq_messages.moved_at is 'When it was given up';
comment on column dlq_messages.failure_reason is 'Why; null when somebody put it here by hand';
comment on column dlq_messages.custom_metadata is 'What the worker added; null when nothing';
comment on column dlq_messages.full_message is 'The body, with _dlq_metadata';

create or replace view dead_letter_details as
select
    queue_name,
    msg,
    failed_at,
    fail_count,
    details
from pgmq_dead_letter_items
order by failed_at desc;

comment on view dead_letter_details is
    'The permanent record of every message that ever went to a dead letter queue, newest first';
comment on column dead_letter_details.queue_name is 'The queue that the message came from';
comment on column dead_letter_details.msg is 'Its body as it was';
comment on column dead_letter_details.failed_at is 'When it was given up';
comment on column dead_letter_details.fail_count is
    'Real failures before; how often it was read, for a message that counts no failures';
comment on column dead_letter_details.details is
    'original_message_id, dlq_name, dlq_message_id, failure_reason, custom_metadata';
