-- How many workers it would take.

create or replace function record_scaling_recommendations() returns int
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    target interval := interval '1 hour';
    queue record;
    arrived bigint;
    finished bigint;
    backlog bigint;
    replicas bigint;
    recorded integer := 0;
begin
    for queue in
        select r.queue_name
        from queue_registry r
        where queue_exists(r.queue_name)
            and not is_dead_letter_queue(r.queue_name)
        order by r.queue_name
    loop
        execute format(
            'select
                (select count(*) from %1$s where enqueued_at > $1)
                    + (select count(*) from %2$s where archived_at > $1 and enqueued_at > $1),
                (select count(*) from %2$s where archived_at > $1),
                (select count(*) from %1$s)',
            get_queue_table_name_safe(queue.queue_name),
            queue_archive_table(queue.queue_name))
        into arrived, finished, backlog
        using now() - interval '1 hour';

        -- A worker that names itself in its metrics is counted; without any name there is at least the one that worked.
        select greatest(1, count(distinct m.details ->> 'worker'))
        into replicas
        from queue_metrics m
        where m.queue_name = queue.queue_name
            and m.created_at > now() - interval '1 hour';

        insert into monitoring_events (event_type, details)
        values (
            'scaling_recommendation',
            jsonb_build_object(
                'queue_name', queue.queue_name,
                'arrivals_per_minute', round(arrived / 60.0, 2),
                'completions_per_minute', round(finished / 60.0, 2),
                'backlog', backlog,
                'minutes_to_drain', case
                    when backlog = 0 then 0
                    when finished > 0 then round(backlog * 60.0 / finished, 1)
                end,
                'target_minutes', extract(epoch from target) / 60,
                'replicas', replicas,
                -- One replica finishes finished / replicas an hour; within the target the backlog and what arrives in
                -- the meantime must be finished.
                'recommended_replicas', case
                    when backlog = 0 and arrived = 0 then 1
                    when finished > 0 then greatest(1, ceil((backlog + arrived) * replicas / finished::numeric))
                    else replicas
                end,
                'held_back', queue_is_held_back(queue.queue_name)));
        recorded := recorded + 1;
    end loop;
    return recorded;
end
$$;

comment on function record_scaling_recommendations() is
    'Records for every queue, as monitoring event scaling_recommendation, what arrived and was finished in the last hour and how many replicas would drain the backlog within an hour. held_back: more replicas would not help, because the queue is paused or its provider parked. Returns how many were recorded';
