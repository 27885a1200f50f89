-- How much is in a queue, and how old it is.

create or replace function queue_length(p_queue_name text) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    messages bigint;
begin
    execute format('select count(*) from %s', get_queue_table_name_safe(p_queue_name)) into messages;
    return messages;
end
$$;

comment on function queue_length(text) is 'How many messages a queue holds, whatever their state';

create or replace function queue_oldest_age_seconds(p_queue_name text) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    age bigint;
begin
    -- Ids rise with time, so the first one is the oldest, without looking at all of them.
    execute format(
        'select floor(extract(epoch from clock_timestamp() - q.enqueued_at))::bigint
        from %s as q
        order by q.msg_id
        limit 1',
        get_queue_table_name_safe(p_queue_name))
    into age;
    return age;
end
$$;

comment on function queue_oldest_age_seconds(text) is 'How long ago the oldest message of a queue was sent; null for an empty queue';

create or replace function archive_length(p_queue_name text) returns bigint
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    messages bigint;
begin
    execute format('select count(*) from %s', queue_archive_table(p_queue_name)) into messages;
    return messages;
end
$$;

comment on function archive_length(text) is 'How many finished messages a queue keeps';

-- The visible ones, who may be very many, are counted in the index that workers claim by, without a look at the messages;
-- the hidden ones one by one.
create or replace function queue_depth(p_queue_name text)
returns table (visible bigint, in_flight bigint, delayed bigint, stuck bigint, oldest_age_seconds bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    moment timestamptz := clock_timestamp();
begin
    return query execute format(
        'select
            shown.messages,
            hidden.messages - hidden.delayed,
            hidden.delayed,
            shown.stuck + hidden.stuck,
            floor(extract(epoch from $2 - shown.oldest))::bigint
        from
            (
                select count(*) as messages, count(*) filter (where %2$s) as stuck, min(q.vt) as oldest
                from %1$s as q
                where q.vt <= $2
            ) as shown,
            (
                select
                    count(*) as messages,
                    count(*) filter (where q.read_ct = 0 or is_delayed(q.headers, q.vt)) as delayed,
                    count(*) filter (where %3$s) as stuck
                from %1$s as q
                where q.vt > $2
            ) as hidden',
        get_queue_table_name_safe(p_queue_name),
        stuck_while_visible(p_queue_name),
        stuck_while_hidden(p_queue_name))
    using moment - interval '10 minutes', moment;
end
$$;

comment on function queue_depth(text) is
    'A queue''s messages by state: visible now, in a worker''s hands, delayed on purpose, stuck for 10 minutes (counted in addition), and for how long the oldest visible one has been visible';
