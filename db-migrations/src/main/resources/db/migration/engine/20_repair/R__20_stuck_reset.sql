-- How stuck messages come back.

-- The condition is tested again under the row's lock, so a worker that renews its lease at this moment keeps it; rows
-- that are being settled are locked and left alone.
create or replace function release_stuck(p_queue_name text, p_minutes int, p_message_id bigint = null) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    released integer;
begin
    execute format(
        'with stuck as (
            select q.msg_id
            from %1$s as q
            where %2$s
                and ($2 is null or q.msg_id = $2)
            order by q.msg_id
            for update skip locked
        )
        update %1$s as q
        set vt = clock_timestamp()
        from stuck
        where q.msg_id = stuck.msg_id',
        get_queue_table_name_safe(p_queue_name),
        stuck_condition(p_queue_name))
    using clock_timestamp() - make_interval(mins => p_minutes), p_message_id;
    get diagnostics released = row_count;
    if released > 0 then
        insert into monitoring_events (event_type, details)
        values (
            'stuck_messages_reset',
            jsonb_build_object(
                'queue_name', ascii_lower(p_queue_name),
                'messages_reset', released,
                'threshold_minutes', p_minutes));
    end if;
    return released;
end
$$;

comment on function release_stuck(text, int, bigint) is
    'Makes stuck messages, or one of them, visible again and records how many';

create or replace function reset_stuck_message(queue_name text, message_id text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return release_stuck(reset_stuck_message.queue_name, 0, coalesce(message_number(message_id), -1)) > 0;
end
$$;

comment on function reset_stuck_message(text, text) is
    'Makes a message that was read and not finished visible again at once; false when there is no such message or a living worker holds it. pg_release_message does it to any message';

create or replace function reset_stuck_messages(queue_name text, min_minutes_locked int = 10) returns int
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_not_negative('min_minutes_locked', min_minutes_locked);
    return release_stuck(reset_stuck_messages.queue_name, min_minutes_locked);
end
$$;

comment on function reset_stuck_messages(text, int) is
    'Makes the messages that list_stuck_messages shows visible again at once; how many';

create or replace function reset_all_stuck_messages(threshold_minutes int = 10)
returns table (queue_name text, messages_reset int)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    registered text;
    total integer := 0;
begin
    perform require_not_negative('threshold_minutes', threshold_minutes);
    for registered in
        select r.queue_name
        from queue_registry r
        where not is_dead_letter_queue(r.queue_name)
            and queue_exists(r.queue_name)
        order by r.queue_name
    loop
        queue_name := registered;
        messages_reset := release_stuck(registered, threshold_minutes);
        total := total + messages_reset;
        if messages_reset > 0 then
            return next;
        end if;
    end loop;
    insert into monitoring_events (event_type, details)
    values (
        'stuck_messages_checked',
        jsonb_build_object('threshold_minutes', threshold_minutes, 'messages_reset', total));
end
$$;

comment on function reset_all_stuck_messages(int) is
    'reset_stuck_messages for every registered queue but the dead letter queues; the queues in which something was reset';
