-- Reading ----------------------------------------------------------------------------------------------------------

create or replace function pgmq.read(queue_name text, vt integer, qty integer, conditional jsonb default '{}')
returns setof pgmq.message_record
language plpgsql
as $$
begin
    return query execute format(
        'with claimed as materialized (
            select msg_id
            from pgmq.%1$I
            where vt <= clock_timestamp()
                and ($3 is null or $3 = ''{}''::jsonb or message @> $3)
            order by msg_id
            limit $2
            for update skip locked
        ),
        reading as materialized (
            select clock_timestamp() as moment
        )
        update pgmq.%1$I as q
        set last_read_at = reading.moment,
            vt = reading.moment + $1 * interval ''1 second'',
            read_ct = q.read_ct + 1
        from claimed, reading
        where q.msg_id = claimed.msg_id
        returning q.msg_id, q.read_ct, q.enqueued_at, q.last_read_at, q.vt, q.message, q.headers',
        pgmq.format_table_name(queue_name, 'q'))
    using vt, qty, conditional;
end
$$;

create or replace function pgmq.read_with_poll(
    queue_name text,
    vt integer,
    qty integer,
    max_poll_seconds integer default 5,
    poll_interval_ms integer default 100,
    conditional jsonb default '{}')
returns setof pgmq.message_record
language plpgsql
as $$
declare
    deadline timestamptz := clock_timestamp() + max_poll_seconds * interval '1 second';
begin
    loop
        return query select * from pgmq.read(queue_name, vt, qty, conditional);
        exit when found or clock_timestamp() >= deadline;
        perform pg_sleep(poll_interval_ms / 1000.0);
    end loop;
end
$$;

create or replace function pgmq.pop(queue_name text, qty integer default 1) returns setof pgmq.message_record
language plpgsql
as $$
begin
    return query execute format(
        'with claimed as materialized (
            select msg_id
            from pgmq.%1$I
            where vt <= clock_timestamp()
            order by msg_id
            limit $1
            for update skip locked
        )
        delete from pgmq.%1$I as q
        using claimed
        where q.msg_id = claimed.msg_id
        returning q.msg_id, q.read_ct, q.enqueued_at, q.last_read_at, q.vt, q.message, q.headers',
        pgmq.format_table_name(queue_name, 'q'))
    using qty;
end
$$;

-- Finishing --------------------------------------------------------------------------------------------------------

create or replace function pgmq.delete(queue_name text, msg_ids bigint[]) returns setof bigint
language plpgsql
as $$
begin
    return query execute format(
        'delete from pgmq.%I
        where msg_id = any ($1)
        returning msg_id',
        pgmq.format_table_name(queue_name, 'q'))
    using msg_ids;
end
$$;

create or replace function pgmq.delete(queue_name text, msg_id bigint) returns boolean
language sql
as $$
    select exists (select from pgmq.delete(queue_name, array[msg_id]))
$$;

create or replace function pgmq.archive(queue_name text, msg_ids bigint[]) returns setof bigint
language plpgsql
as $$
begin
    return query execute format(
        'with removed as (
            delete from pgmq.%I
            where msg_id = any ($1)
            returning msg_id, read_ct, enqueued_at, last_read_at, vt, message, headers
        )
        insert into pgmq.%I (msg_id, read_ct, enqueued_at, last_read_at, vt, message, headers)
        select msg_id, read_ct, enqueued_at, last_read_at, vt, message, headers
        from removed
        returning msg_id',
        pgmq.format_table_name(queue_name, 'q'),
        pgmq.format_table_name(queue_name, 'a'))
    using msg_ids;
end
$$;

create or replace function pgmq.archive(queue_name text, msg_id bigint) returns boolean
language sql
as $$
    select exists (select from pgmq.archive(queue_name, array[msg_id]))
$$;

-- Leases -----------------------------------------------------------------------------------------------------------

create or replace function pgmq.set_vt(queue_name text, msg_ids bigint[], vt timestamptz)
returns setof pgmq.message_record
language plpgsql
as $$
begin
    return query execute format(
        'update pgmq.%I
        set vt = $1
        where msg_id = any ($2)
        returning msg_id, read_ct, enqueued_at, last_read_at, vt, message, headers',
        pgmq.format_table_name(queue_name, 'q'))
    using vt, msg_ids;
end
$$;

create or replace function pgmq.set_vt(queue_name text, msg_ids bigint[], vt integer)
returns setof pgmq.message_record
language sql
as $$
    select * from pgmq.set_vt(queue_name, msg_ids, clock_timestamp() + vt * interval '1 second')
$$;

create or replace function pgmq.set_vt(queue_name text, msg_id bigint, vt timestamptz)
returns setof pgmq.message_record
language sql
as $$
    select * from pgmq.set_vt(queue_name, array[msg_id], vt)
$$;

create or replace function pgmq.set_vt(queue_name text, msg_id bigint, vt integer)
returns setof pgmq.message_record
language sql
as $$
    select * from pgmq.set_vt(queue_name, array[msg_id], clock_timestamp() + vt * interval '1 second')
$$;

-- Metrics ----------------------------------------------------------------------------------------------------------

create or replace function pgmq.metrics(queue_name text) returns pgmq.metrics_result
language plpgsql
as $$
declare
    queue_table text := pgmq.format_table_name(queue_name, 'q');
    result pgmq.metrics_result;
begin
    execute format(
        'select
            $1,
            count(*),
            extract(epoch from now() - max(q.enqueued_at))::integer,
            extract(epoch from now() - min(q.enqueued_at))::integer,
            (select case when is_called then last_value else 0 end from pgmq.%I),
            now(),
            count(*) filter (where q.vt <= now())
        from pgmq.%I as q',
        queue_table || '_msg_id_seq',
        queue_table)
    into result
    using queue_name;
    return result;
end
$$;

create or replace function pgmq.metrics_all() returns setof pgmq.metrics_result
language plpgsql
as $$
declare
    queue record;
begin
    for queue in select m.queue_name from pgmq.meta as m loop
        return next pgmq.metrics(queue.queue_name);
    end loop;
end
$$;
