-- What an operator does to one message, and what becomes of those that failed too often.

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

create or replace function dead_letter_exhausted_messages(p_queue_name text, p_max_attempts int) returns int
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    exhausted bigint;
    moved integer := 0;
begin
    perform check_argument(p_max_attempts >= 1, 'p_max_attempts', p_max_attempts::text, 'be at least 1');
    -- Failures count, not reads: a message that was only put back or whose worker was stopped is healthy.
    for exhausted in
        execute format(
            'select q.msg_id
            from %s as q
            where q.headers ? ''failures''
                and failure_count(q.headers) >= $1
                and (q.vt <= clock_timestamp() or is_delayed(q.headers, q.vt))
            order by q.msg_id
            limit 1000
            for update skip locked',
            get_queue_table_name_safe(p_queue_name))
        using p_max_attempts
    loop
        if move_to_dead_letter_queue(
            p_queue_name,
            dead_letter_queue_of(p_queue_name),
            exhausted::text,
            format('failed %s times or more', p_max_attempts))
        then
            moved := moved + 1;
        end if;
    end loop;
    return moved;
end
$$;

comment on function dead_letter_exhausted_messages(text, int) is
    'Moves messages that failed so many times, and that nobody holds, to the dead letter queue; how many, at most 1000';
