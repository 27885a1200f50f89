-- Messages whose worker is gone, and how they come back.
--
-- PGMQ itself shows a message again when its time-out ends. What remains: a message hidden for long by a reader that
-- died, and one that is visible again but that nobody takes. The worker library renews last_read_at together with each
-- lease, so a reader that is alive read "just now", and it says that it is alive (worker_heartbeats): what such a worker
-- leased is left alone even with a threshold of 0, until it has been quiet for half of its lease. Whoever reads by hand
-- has no such protection. A message put back with a delay says so in its headers (delayedUntil equals vt) and is waiting,
-- not stuck. So is one whose queue is paused or whose provider is parked.

create or replace function queue_is_held_back(p_queue_name text) returns boolean
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select
    exists (
        select
        from queue_registry r
        where r.queue_name = ascii_lower(p_queue_name)
            and not r.active)
    or exists (
        select
        from stage_parks(p_queue_name) as p
        where p.required)
$$;

comment on function queue_is_held_back(text) is
    'Whether nobody is meant to take messages now: the queue is paused, or a provider it cannot do without is parked';

-- PGMQ before 1.10 does not keep when a message was read. There the message counts as read when it was sent: a reset
-- with a threshold then takes it from a reader by hand sooner, but never from a living worker.
create or replace function last_read_column(p_queue_name text) returns text
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case
        when worker_has_last_read_at(get_queue_table_name_safe(p_queue_name)::regclass) then 'q.last_read_at'
        else 'null::timestamptz'
    end;
end
$$;

comment on function last_read_column(text) is
    'SQL expression on a row q of a queue table: when it was last read or its lease renewed, null where PGMQ does not keep that';

create or replace function stuck_while_hidden(p_queue_name text) returns text
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- $1 is the moment before which a message has been quiet for too long. What a worker leased is hidden for exactly
    -- its lease from the last sign of life on, and a third of the lease later comes the next: after half of it the holder
    -- is dead, whoever else lives. Where the sign is not kept, it is hidden for at most the lease from now.
    return format(
        '(q.read_ct > 0
            and coalesce(%1$s, q.enqueued_at) <= $1
            and not is_delayed(q.headers, q.vt)
            and not coalesce(
                q.vt - %1$s = any (array(select w.lease from live_workers() w where w.queue_name = %2$L))
                    and %1$s > clock_timestamp() - (q.vt - %1$s) / 2,
                q.vt <= clock_timestamp() + (select max(w.lease) from live_workers() w where w.queue_name = %2$L),
                false))',
        last_read_column(p_queue_name),
        ascii_lower(p_queue_name));
end
$$;

comment on function stuck_while_hidden(text) is
    'SQL condition on a row q of a queue table that is hidden now: true when it is stuck; $1 is now minus the threshold. A message in the hands of a living worker is not stuck, whatever the threshold';

create or replace function stuck_while_visible(p_queue_name text) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select case when queue_is_held_back(p_queue_name) then 'false' else '(q.read_ct > 0 and q.vt <= $1)' end
$$;

comment on function stuck_while_visible(text) is
    'SQL condition on a row q of a queue table that is visible now: true when it is stuck; $1 is now minus the threshold';

create or replace function stuck_condition(p_queue_name text) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select format(
    'case when q.vt > clock_timestamp() then %s else %s end',
    stuck_while_hidden(p_queue_name),
    stuck_while_visible(p_queue_name))
$$;

comment on function stuck_condition(text) is
    'SQL condition on a row q of a queue table that is true for a stuck message; $1 is now minus the threshold';

create or replace function list_stuck_messages(queue_name text, min_minutes_locked int = 10)
returns table (
    message_id bigint,
    read_ct int,
    locked_since timestamptz,
    minutes_locked numeric,
    visible_at timestamptz,
    message jsonb
)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    queue_table text := get_queue_table_name_safe(list_stuck_messages.queue_name);
begin
    perform require_not_negative('min_minutes_locked', min_minutes_locked);
    return query execute format(
        'select
            q.msg_id,
            q.read_ct,
            coalesce(%3$s, q.enqueued_at),
            round(extract(epoch from clock_timestamp() - coalesce(%3$s, q.enqueued_at)) / 60, 1),
            q.vt,
            q.message
        from %1$s as q
        where %2$s
        order by q.msg_id',
        queue_table,
        stuck_condition(list_stuck_messages.queue_name),
        last_read_column(list_stuck_messages.queue_name))
    using clock_timestamp() - make_interval(mins => min_minutes_locked);
end
$$;

comment on function list_stuck_messages(text, int) is
    'Messages that were read and not finished, and whose reader has given no sign of life, or which nobody takes, for that many minutes. A message that was never read is waiting, not stuck';

create or replace function count_stuck_messages(p_queue_name text, p_minutes int = 10) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    stuck bigint;
    moment timestamptz := clock_timestamp();
begin
    perform require_not_negative('p_minutes', p_minutes);
    -- Apart, so that the index alone tells of the many that are visible, and only the few that are hidden are looked at.
    execute format(
        'select
            (select count(*) from %1$s as q where q.vt > $2 and %2$s)
            + (select count(*) from %1$s as q where q.vt <= $2 and %3$s)',
        get_queue_table_name_safe(p_queue_name),
        stuck_while_hidden(p_queue_name),
        stuck_while_visible(p_queue_name))
    into stuck
    using moment - make_interval(mins => p_minutes), moment;
    return stuck;
end
$$;

comment on function count_stuck_messages(text, int) is 'How many messages list_stuck_messages would show';
