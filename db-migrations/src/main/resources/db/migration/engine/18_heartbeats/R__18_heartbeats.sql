-- Who is alive. A worker says so before it leases its first message of a queue and every third of its lease from then
-- on, also while it is idle, and takes its leave when it stops.

create or replace function worker_heartbeat(p_queue_name text, p_worker_id text, p_lease interval) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform get_queue_table_name_safe(p_queue_name);
    perform require_short_text('p_worker_id', p_worker_id, 200);
    perform check_lease('p_lease', p_lease);

    update worker_heartbeats h
    set lease = p_lease,
        last_seen_at = clock_timestamp()
    where h.queue_name = ascii_lower(p_queue_name)
        and h.worker_id = p_worker_id;
    if found then
        return;
    end if;

    -- Whoever joins finds functions that fit the PGMQ of today, which may be another than that of the registration.
    perform worker_write_functions(p_queue_name);
    -- And clears away those that left without a word, so that the table stays nearly as small as the fleet. The last of a
    -- queue stay: when everything was down for days, their messages are still to be told from those that killed a worker.
    delete from worker_heartbeats h
    using (
        select d.queue_name, d.worker_id
        from worker_heartbeats d
        where d.last_seen_at < clock_timestamp() - greatest(d.lease * 10, interval '30 days')
            or (d.last_seen_at < clock_timestamp() - greatest(d.lease * 10, interval '1 hour')
                and 100 <= (
                    select count(*)
                    from worker_heartbeats later
                    where later.queue_name = d.queue_name
                        and later.last_seen_at > d.last_seen_at))
        order by d.queue_name, d.worker_id
        for update skip locked
    ) as dead
    where h.queue_name = dead.queue_name
        and h.worker_id = dead.worker_id;
    insert into worker_heartbeats as h (queue_name, worker_id, lease)
    values (ascii_lower(p_queue_name), p_worker_id, p_lease)
    on conflict (queue_name, worker_id) do update
    set lease = excluded.lease,
        last_seen_at = excluded.last_seen_at;
end
$$;

comment on function worker_heartbeat(text, text, interval) is
    'Says that a worker process is alive and leases messages of the queue for so long. Until the lease has passed since the last call, no reset touches a message that was leased for that long and read or renewed within half of it';

create or replace function worker_leave(p_queue_name text, p_worker_id text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    left_queue boolean;
begin
    perform get_queue_table_name_safe(p_queue_name);
    perform require_text('p_worker_id', p_worker_id);
    delete from worker_heartbeats h
    where h.queue_name = ascii_lower(p_queue_name)
        and h.worker_id = p_worker_id;
    left_queue := found;
    return left_queue;
end
$$;

comment on function worker_leave(text, text) is
    'Says that a worker process works on the queue no longer; false when it was not known to';

create or replace function live_workers()
returns table (queue_name text, worker_id text, lease interval, last_seen_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    h.queue_name,
    h.worker_id,
    h.lease,
    h.last_seen_at
from worker_heartbeats h
where h.last_seen_at > clock_timestamp() - h.lease
order by h.queue_name, h.worker_id
$$;

comment on function live_workers() is
    'The worker processes that are alive: those whose last sign of life is no older than their lease';
