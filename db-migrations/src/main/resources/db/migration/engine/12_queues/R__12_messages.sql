-- Putting messages in, taking them out, and handling one by its id. These run with the owner's rights, because nobody
-- else has any on schema pgmq.

create or replace function pg_enqueue(queue_name text, message_body jsonb) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    message_id bigint;
begin
    perform require_queue('queue_name', pg_enqueue.queue_name);
    perform require_message('message_body', message_body);
    select sent
    into message_id
    from pgmq.send(
        queue_name => pg_enqueue.queue_name,
        msg => pg_enqueue.message_body) as sent;
    return message_id;
end
$$;

comment on function pg_enqueue(text, jsonb) is 'Puts a message into a queue, visible at commit. Returns its id';

create or replace function pg_dequeue(queue_name text, batch_size int = 5, visibility_timeout int = 60) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_queue('queue_name', pg_dequeue.queue_name);
    perform check_argument(batch_size >= 1, 'batch_size', batch_size::text, 'be at least 1');
    perform check_argument(
        visibility_timeout >= 0, 'visibility_timeout', visibility_timeout::text, 'be at least 0 seconds');
    if exists (
        select
        from queue_registry r
        where r.queue_name = ascii_lower(pg_dequeue.queue_name)
            and not r.active
    ) then
        return '[]';
    end if;
    return (
        select coalesce(jsonb_agg(to_jsonb(m) order by m.msg_id), '[]')
        from pgmq.read(
            queue_name => pg_dequeue.queue_name,
            vt => pg_dequeue.visibility_timeout,
            qty => pg_dequeue.batch_size) as m
    );
end
$$;

comment on function pg_dequeue(text, int, int) is
    'Takes up to batch_size messages and hides them for visibility_timeout seconds. An array of {msg_id, read_ct, enqueued_at, last_read_at, vt, message, headers}, [] when there are none or the queue is paused';

create or replace function pg_delete_message(queue_name text, message_id text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_queue('queue_name', pg_delete_message.queue_name);
    return coalesce(
        pgmq.delete(
            queue_name => pg_delete_message.queue_name,
            msg_id => message_number(message_id)),
        false);
end
$$;

comment on function pg_delete_message(text, text) is
    'Deletes a message; false when there is none with that id, also when no message can have it';

create or replace function pg_release_message(queue_name text, message_id text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    released bigint;
begin
    execute format(
        'update %s
        set vt = least(vt, clock_timestamp())
        where msg_id = $1
        returning msg_id',
        require_queue('queue_name', pg_release_message.queue_name))
    into released
    using message_number(message_id);
    return released is not null;
end
$$;

comment on function pg_release_message(text, text) is
    'Makes a message visible again at once, whoever holds it; false when there is none with that id';

create or replace function ensure_message_deleted(queue_name text, message_id text, max_attempts int = 3)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queue_table text := require_queue('queue_name', ensure_message_deleted.queue_name);
    number bigint := message_number(message_id);
    still_there boolean;
begin
    perform check_argument(max_attempts >= 1, 'max_attempts', max_attempts::text, 'be at least 1');
    for attempt in 1 .. max_attempts loop
        perform pgmq.delete(queue_name => ensure_message_deleted.queue_name, msg_id => number);
        execute format('select exists (select from %s where msg_id = $1)', queue_table)
        into still_there
        using number;
        exit when not still_there;
    end loop;
    return not still_there;
end
$$;

comment on function ensure_message_deleted(text, text, int) is
    'Deletes a message if it is there; true when it is gone afterwards, also when it was gone before';

create or replace function pgmq_send(queue_name text, msg jsonb) returns bigint
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select pg_enqueue(queue_name, require_message('msg', msg))
$$;

comment on function pgmq_send(text, jsonb) is 'pgmq.send for callers without rights on schema pgmq';

-- vt is both an argument (seconds) and a column (time), so the arguments go by number.
create or replace function pgmq_read(queue_name text, vt int, qty int)
returns table (msg_id bigint, read_ct integer, enqueued_at timestamptz, vt timestamptz, message jsonb)
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select m.msg_id, m.read_ct, m.enqueued_at, m.vt, m.message
from pgmq.read(
    (select case when require_queue('queue_name', $1) is not null then $1 end),
    require_not_negative('vt', $2),
    require_not_negative('qty', $3)) as m
order by m.msg_id
$$;

comment on function pgmq_read(text, int, int) is
    'pgmq.read for callers without rights on schema pgmq: vt is how many seconds the messages are hidden';

create or replace function pgmq_archive(queue_name text, msg_id bigint) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_queue('queue_name', pgmq_archive.queue_name);
    return coalesce(
        pgmq.archive(queue_name => pgmq_archive.queue_name, msg_id => pgmq_archive.msg_id),
        false);
end
$$;

comment on function pgmq_archive(text, bigint) is
    'pgmq.archive for callers without rights on schema pgmq: true when there was such a message';
