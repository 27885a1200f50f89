-- Putting messages in, taking them out, and handling one by its id. These run with the owner's rights, because nobody
-- else has any on schema pgmq.

create or replace function message_number(p_message_id text) returns bigint
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when p_message_id ~ '^\s*[0-9]{1,19}\s*$' and p_message_id::numeric <= 9223372036854775807
        then p_message_id::bigint
end
$$;

comment on function message_number(text) is 'The message id as PGMQ keeps it; null for a text that cannot be one';

create or replace function is_small(p_body jsonb) returns boolean
language sql
immutable
parallel safe
return pg_column_size(p_body) <= 500;

comment on function is_small(jsonb) is
    'Whether a message has no room for an id that is too long to be looked for';

revoke all on function is_small(jsonb) from public;

-- Progress looks for messages by some of these fields, and an index cannot hold endless ones. The others name what is
-- asked of a provider, and no name is longer.
create or replace function require_message(p_name text, p_body jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    field text;
begin
    -- Most bodies are smaller than the least that is refused, and messages are sent by the hundred.
    if is_small(p_body) then
        return p_body;
    end if;
    perform check_argument(p_body is not null, p_name, null, 'not be null');
    foreach field in array array['_correlationId', 'artistId', 'artistName', 'albumId', 'trackId', 'songId', 'producerId'] loop
        perform check_argument(
            length(p_body ->> field) <= 500 or not p_body ? field or p_body ->> field is null,
            field,
            p_body ->> field,
            'have at most 500 characters');
    end loop;
    return p_body;
end
$$;

comment on function require_message(text, jsonb) is
    'The body of a message, when it is not null and its ids are short enough to be looked for; otherwise raises 22023';

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

create or replace function cross_schema_queue_op(
    p_operation text,
    p_queue_name text,
    p_message_id text,
    p_params jsonb
) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queue_table text := get_queue_table_name_safe(p_queue_name);
    number bigint := message_number(p_message_id);
    extended integer;
    message jsonb;
    done boolean;
begin
    case p_operation
        when 'delete' then
            done := pg_delete_message(p_queue_name, p_message_id);
        when 'archive' then
            done := pgmq.archive(queue_name => p_queue_name, msg_id => number);
        when 'release' then
            done := pg_release_message(p_queue_name, p_message_id);
        when 'reset' then
            done := reset_stuck_message(p_queue_name, p_message_id);
        when 'extend' then
            perform check_argument(
                field_integer(p_params, 'seconds', 1, 604800) is not null,
                'p_params',
                p_params::text,
                'hold the seconds to extend by, from 1 to 604800');
            -- A living worker's message is known by its lease, the time from last_read_at to vt: it moves as a whole.
            execute format(
                'update %1$s as q set vt = $2 %2$s where q.msg_id = $1',
                queue_table,
                case
                    when worker_has_last_read_at(queue_table::regclass) then
                        format(
                            ', last_read_at = case
                                when q.vt - q.last_read_at = any (array(
                                    select w.lease from live_workers() w where w.queue_name = %L))
                                then $2 - (q.vt - q.last_read_at)
                                else q.last_read_at
                            end',
                            ascii_lower(p_queue_name))
                    else ''
                end)
            using number, clock_timestamp() + make_interval(secs => field_integer(p_params, 'seconds', 1, 604800));
            get diagnostics extended = row_count;
            done := extended = 1;
        when 'peek' then
            execute format('select to_jsonb(q) from %s as q where q.msg_id = $1', queue_table)
            into message
            using number;
            done := message is not null;
        else
            perform check_argument(
                false, 'p_operation', p_operation, 'be one of delete, archive, release, reset, extend, peek');
    end case;
    return jsonb_build_object(
            'operation', p_operation,
            'queue_name', p_queue_name,
            'message_id', p_message_id,
            'success', coalesce(done, false))
        || case when message is null then '{}' else jsonb_build_object('message', message) end;
end
$$;

comment on function cross_schema_queue_op(text, text, text, jsonb) is
    'One operation on one message: delete, archive, release, reset, extend (params: seconds) or peek. {operation, queue_name, message_id, success, message?}; another operation raises';

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

create or replace function validate_producer_identification_message(message jsonb) returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select coalesce(
    jsonb_typeof(message) = 'object'
        and btrim(coalesce(nullif(btrim(message ->> 'trackId'), ''), message ->> 'track_id', '')) <> '',
    false)
$$;

comment on function validate_producer_identification_message(jsonb) is
    'Whether a body names its track: a trackId or track_id that is not blank';

create or replace function record_problematic_message(
    p_queue_name text,
    p_message_id text,
    p_message_body jsonb,
    p_error_type text,
    p_error_details text = null
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_queue('p_queue_name', p_queue_name);
    insert into queue_mgmt.problematic_messages (queue_name, message_id, message_body, error_type, error_details)
    values (
        ascii_lower(p_queue_name),
        require_short_text('p_message_id', p_message_id, 200),
        p_message_body,
        require_text('p_error_type', p_error_type),
        left(p_error_details, 10000));
end
$$;

comment on function record_problematic_message(text, text, jsonb, text, text) is
    'Notes a message that somebody should look at';

revoke all on function
    message_number(text),
    require_message(text, jsonb),
    pg_enqueue(text, jsonb),
    pg_dequeue(text, int, int),
    pg_delete_message(text, text),
    pg_release_message(text, text),
    ensure_message_deleted(text, text, int),
    cross_schema_queue_op(text, text, text, jsonb),
    pgmq_send(text, jsonb),
    pgmq_read(text, int, int),
    pgmq_archive(text, bigint),
    validate_producer_identification_message(jsonb),
    record_problematic_message(text, text, jsonb, text, text)
from public;

grant execute on function
    message_number(text),
    pg_enqueue(text, jsonb),
    pg_dequeue(text, int, int),
    pg_delete_message(text, text),
    pg_release_message(text, text),
    ensure_message_deleted(text, text, int),
    pgmq_send(text, jsonb),
    pgmq_read(text, int, int),
    pgmq_archive(text, bigint),
    validate_producer_identification_message(jsonb),
    record_problematic_message(text, text, jsonb, text, text)
to pipeline_worker;

grant execute on function validate_producer_identification_message(jsonb) to pipeline_reader;
grant execute on function cross_schema_queue_op(text, text, text, jsonb) to pipeline_operator;
