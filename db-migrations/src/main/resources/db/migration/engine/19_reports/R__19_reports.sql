-- What workers, timers and operators tell, for whoever asks later.

create or replace function worker_record_batch(
    p_queue_name text,
    p_started_at timestamptz,
    p_finished_at timestamptz,
    p_processed integer,
    p_succeeded integer,
    p_failed integer,
    p_details jsonb
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_queue('p_queue_name', p_queue_name);
    perform require_time('p_started_at', p_started_at);
    if p_finished_at is not null then
        perform require_time('p_finished_at', p_finished_at);
    end if;
    perform require_not_negative('p_processed', p_processed);
    perform require_not_negative('p_succeeded', p_succeeded);
    perform require_not_negative('p_failed', p_failed);
    insert into queue_metrics (
        queue_name, operation, started_at, finished_at, processed_count, success_count, error_count, details)
    values (
        p_queue_name,
        'process',
        p_started_at,
        p_finished_at,
        p_processed,
        p_succeeded,
        p_failed,
        require_object('p_details', p_details));
end
$$;

comment on function worker_record_batch(text, timestamptz, timestamptz, integer, integer, integer, jsonb) is
    'Notes what became of a batch of messages in queue_metrics';

create or replace function worker_report_issue(
    p_worker_name text,
    p_issue_type text,
    p_message text,
    p_details jsonb,
    p_count integer default 1
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_worker_name', p_worker_name, 200);
    perform require_short_text('p_issue_type', p_issue_type, 200);
    perform check_argument(p_message is not null, 'p_message', null, 'not be null');
    perform require_object('p_details', p_details);
    perform check_argument(p_count >= 1, 'p_count', p_count::text, 'be at least 1');
    insert into worker_issues as i (worker_name, issue_type, message, details)
    values (p_worker_name, p_issue_type, left(p_message, 10000), p_details || jsonb_build_object('count', p_count))
    on conflict (worker_name, issue_type) where not resolved do update
    set message = excluded.message,
        details = excluded.details
            || jsonb_build_object('count', coalesce((i.details ->> 'count')::bigint, 0) + p_count),
        updated_at = now();
end
$$;

comment on function worker_report_issue(text, text, text, jsonb, integer) is
    'Opens an issue, or counts further occurrences when it is open already';

create or replace function worker_resolve_issues(p_worker_name text, p_quiet interval) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    resolved_count integer;
begin
    perform require_text('p_worker_name', p_worker_name);
    perform check_argument(
        p_quiet between interval '0' and interval '36500 days', 'p_quiet', p_quiet::text, 'be from 0 to 36500 days');
    update worker_issues
    set resolved = true
    where worker_name = p_worker_name
      and not resolved
      and updated_at < now() - p_quiet;
    get diagnostics resolved_count = row_count;
    return resolved_count;
end
$$;

comment on function worker_resolve_issues(text, interval) is
    'Resolves the open issues of a worker that did not occur within the quiet time; how many';

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

create or replace function record_monitoring_event(p_event_type text, p_details jsonb = '{}') returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_event_type', p_event_type, 200);
    perform require_object('p_details', p_details);
    insert into monitoring_events (event_type, details)
    values (p_event_type, p_details);
end
$$;

comment on function record_monitoring_event(text, jsonb) is 'Keeps an event of a type of the caller''s choice';
