-- Messages that nobody could handle: where they go, why, and the way back.

-- A body that is no object has no room for metadata, so it is wrapped, and unwrapped on the way back.
create or replace function body_as_object(p_body jsonb) returns jsonb
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when jsonb_typeof(p_body) = 'object' then p_body
    else jsonb_build_object('_body', p_body)
end
$$;

comment on function body_as_object(jsonb) is 'The body itself, or {_body: the body} when it is no object';

create or replace function move_to_dead_letter_queue(
    source_queue text,
    dlq_name text,
    message_id text,
    failure_reason text,
    metadata jsonb = null
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    source_table text := require_queue('source_queue', source_queue);
    removed record;
    moved_at timestamptz := clock_timestamp();
    dead_id bigint;
begin
    perform require_queue('dlq_name', dlq_name);
    perform check_argument(
        ascii_lower(dlq_name) <> ascii_lower(source_queue), 'dlq_name', dlq_name, 'be another queue than source_queue');
    perform require_text('failure_reason', failure_reason);

    execute format(
        'delete from %s
        where msg_id = $1
        returning msg_id, read_ct, message, headers',
        source_table)
    into removed
    using message_number(message_id);
    if removed.msg_id is null then
        return false;
    end if;

    select sent
    into dead_id
    from pgmq.send(
        queue_name => dlq_name,
        msg => body_as_object(removed.message) || jsonb_build_object(
            '_dlq_metadata', jsonb_build_object(
                'source_queue', ascii_lower(source_queue),
                'original_message_id', removed.msg_id,
                'moved_at', moved_at,
                'failure_reason', failure_reason,
                'custom_metadata', metadata)),
        headers => removed.headers) as sent;

    insert into pgmq_dead_letter_items (queue_name, msg, failed_at, fail_count, details)
    values (
        ascii_lower(source_queue),
        removed.message,
        moved_at,
        coalesce(failure_count(removed.headers), removed.read_ct),
        jsonb_build_object(
            'original_message_id', removed.msg_id,
            'dlq_name', ascii_lower(dlq_name),
            'dlq_message_id', dead_id,
            'failure_reason', failure_reason,
            'custom_metadata', metadata));

    insert into monitoring_events (event_type, details)
    values (
        'message_moved_to_dlq',
        jsonb_build_object(
            'source_queue', ascii_lower(source_queue),
            'dlq_name', ascii_lower(dlq_name),
            'original_message_id', removed.msg_id,
            'dlq_message_id', dead_id,
            'failure_reason', failure_reason));
    return true;
end
$$;

comment on function move_to_dead_letter_queue(text, text, text, text, jsonb) is
    'Moves a message to a dead letter queue, with _dlq_metadata {source_queue, original_message_id, moved_at, failure_reason, custom_metadata} in its body; false when the source has no such message';

create or replace function reprocess_from_dlq(dlq_name text, message_id text, override_body jsonb = null)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    dead_table text := require_queue('dlq_name', dlq_name);
    dead record;
    origin jsonb;
    source text;
    body jsonb;
begin
    if override_body is not null then
        perform require_message('override_body', require_object('override_body', override_body));
    end if;
    -- Of two sessions that replay the same message, the second waits here and then finds it gone.
    execute format(
        'delete from %s
        where msg_id = $1
        returning msg_id, message, headers',
        dead_table)
    into dead
    using message_number(message_id);
    if dead.msg_id is null then
        return false;
    end if;

    origin := case when jsonb_typeof(dead.message) = 'object' then dead.message -> '_dlq_metadata' end;
    source := coalesce(origin ->> 'source_queue', regexp_replace(ascii_lower(dlq_name), '_dlq$', ''));
    perform check_argument(
        source <> ascii_lower(dlq_name), 'dlq_name', dlq_name, 'be a dead letter queue, or its message say where it came from');
    perform require_queue('source_queue', source);

    body := coalesce(override_body, body_as_object(dead.message)) - '_dlq_metadata';
    if body ? '_body' and body - '_body' = '{}' then
        body := body_as_object(body -> '_body');
    end if;
    -- A mark left by the earlier attempts belongs to the old key. The new one is as unique as the dead message's id.
    if body ? '_idempotencyKey' then
        body := body || jsonb_build_object(
            '_idempotencyKey', format('%s:replay:%s', body ->> '_idempotencyKey', dead.msg_id));
    end if;
    body := body || jsonb_build_object(
        '_reprocessing_metadata', jsonb_build_object(
            'reprocessed_from_dlq', ascii_lower(dlq_name),
            'original_message_id', coalesce(origin -> 'original_message_id', to_jsonb(dead.msg_id)),
            'reprocessed_at', clock_timestamp()));

    -- Attempts are counted in the headers; what else travels there (the trace) goes on.
    perform pgmq.send(
        queue_name => source,
        msg => body,
        headers => case
            when jsonb_typeof(dead.headers) = 'object'
                then dead.headers - array[
                    'failures', 'lastError', 'firstFailedAt', 'lastFailedAt', 'delayedUntil', 'deaths', 'alone']
            else dead.headers
        end);

    insert into monitoring_events (event_type, details)
    values (
        'message_reprocessed_from_dlq',
        jsonb_build_object(
            'dlq_name', ascii_lower(dlq_name),
            'dlq_message_id', dead.msg_id,
            'source_queue', source,
            'original_message_id', origin -> 'original_message_id',
            'body_overridden', override_body is not null,
            'by', session_user));
    return true;
end
$$;

comment on function reprocess_from_dlq(text, text, jsonb) is
    'Sends a dead message back to the queue it came from, with its own or another body, attempts starting at zero; false when there is no such message';
