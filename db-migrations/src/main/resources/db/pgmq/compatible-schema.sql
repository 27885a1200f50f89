-- Queues with the tables, types, functions and behaviour that PGMQ 1.11 documents for ordinary queues, for servers that
-- do not have the extension (https://github.com/pgmq/pgmq). Partitioned queues, topics, FIFO groups and notification
-- triggers are left out: nothing here uses them.
--
-- The whole script may run again on a schema that it made earlier. Every function is plain SQL under the caller's own
-- rights, as in the extension, so grants on schema, functions and queue tables decide who may do what.

create schema if not exists pgmq;

create table if not exists pgmq.meta (
    queue_name varchar unique not null,
    is_partitioned boolean not null,
    is_unlogged boolean not null,
    created_at timestamptz not null default now()
);

do $$
begin
    if to_regtype('pgmq.message_record') is null then
        create type pgmq.message_record as (
            msg_id bigint,
            read_ct integer,
            enqueued_at timestamptz,
            last_read_at timestamptz,
            vt timestamptz,
            message jsonb,
            headers jsonb
        );
    end if;
    if to_regtype('pgmq.queue_record') is null then
        create type pgmq.queue_record as (
            queue_name varchar,
            is_partitioned boolean,
            is_unlogged boolean,
            created_at timestamptz
        );
    end if;
    if to_regtype('pgmq.metrics_result') is null then
        create type pgmq.metrics_result as (
            queue_name text,
            queue_length bigint,
            newest_msg_age_sec integer,
            oldest_msg_age_sec integer,
            total_messages bigint,
            scrape_time timestamptz,
            queue_visible_length bigint
        );
    end if;
end
$$;

-- Names ------------------------------------------------------------------------------------------------------------

create or replace function pgmq.validate_queue_name(queue_name text) returns void
language plpgsql
as $$
begin
    -- Longer names would be cut by PostgreSQL once the longest prefix and suffix of an index name are added.
    if length(queue_name) > 47 then
        raise exception 'queue name is too long, maximum length is 47 characters';
    end if;
end
$$;

create or replace function pgmq.format_table_name(queue_name text, prefix text) returns text
language plpgsql
as $$
begin
    if queue_name ~ '[$;'']|--' then
        raise exception 'queue name contains invalid characters: $, ;, --, or \''';
    end if;
    return lower(prefix || '_' || queue_name collate "C");
end
$$;

create or replace function pgmq.acquire_queue_lock(queue_name text) returns void
language sql
as $$
    select pg_advisory_xact_lock(hashtext('pgmq.queue_' || queue_name))
$$;

-- Queues -----------------------------------------------------------------------------------------------------------

create or replace function pgmq._create_tables(queue_name text, unlogged boolean) returns void
language plpgsql
as $$
declare
    queue_table text := pgmq.format_table_name(queue_name, 'q');
    archive_table text := pgmq.format_table_name(queue_name, 'a');
begin
    perform pgmq.validate_queue_name(queue_name);
    perform pgmq.acquire_queue_lock(queue_name);
    execute format(
        'create %s table if not exists pgmq.%I (
            msg_id bigint primary key generated always as identity,
            read_ct integer not null default 0,
            enqueued_at timestamptz not null default now(),
            last_read_at timestamptz,
            vt timestamptz not null,
            message jsonb,
            headers jsonb
        )',
        case when unlogged then 'unlogged' else '' end,
        queue_table);
    execute format('create index if not exists %I on pgmq.%I (vt)', queue_table || '_vt_idx', queue_table);
    execute format(
        'create table if not exists pgmq.%I (
            msg_id bigint primary key,
            read_ct integer not null default 0,
            enqueued_at timestamptz not null default now(),
            last_read_at timestamptz,
            archived_at timestamptz not null default now(),
            vt timestamptz not null,
            message jsonb,
            headers jsonb
        )',
        archive_table);
    execute format(
        'create index if not exists %I on pgmq.%I (archived_at)',
        'archived_at_idx_' || lower(queue_name collate "C"),
        archive_table);
    insert into pgmq.meta (queue_name, is_partitioned, is_unlogged)
    values (_create_tables.queue_name, false, _create_tables.unlogged)
    on conflict do nothing;
end
$$;

create or replace function pgmq.create_non_partitioned(queue_name text) returns void
language sql
as $$
    select pgmq._create_tables(queue_name, false)
$$;

create or replace function pgmq.create_unlogged(queue_name text) returns void
language sql
as $$
    select pgmq._create_tables(queue_name, true)
$$;

create or replace function pgmq.create(queue_name text) returns void
language sql
as $$
    select pgmq.create_non_partitioned(queue_name)
$$;

-- Whether there is a queue is decided by its table, whose name has no capitals; the list of queues keeps an entry that is
-- written otherwise, as it does in the extension.
create or replace function pgmq.drop_queue(queue_name text) returns boolean
language plpgsql
as $$
declare
    queue_table text := pgmq.format_table_name(queue_name, 'q');
begin
    perform pgmq.acquire_queue_lock(queue_name);
    if to_regclass('pgmq.' || quote_ident(queue_table)) is null then
        raise notice 'pgmq queue `%` does not exist', queue_name;
        return false;
    end if;
    execute format('drop table pgmq.%I', queue_table);
    execute format('drop table if exists pgmq.%I', pgmq.format_table_name(queue_name, 'a'));
    delete from pgmq.meta as m
    where m.queue_name = drop_queue.queue_name;
    return true;
end
$$;

create or replace function pgmq.drop_queue(queue_name text, partitioned boolean) returns boolean
language plpgsql
as $$
begin
    raise warning 'drop_queue(queue_name, partitioned) is deprecated: use drop_queue(queue_name)';
    perform pgmq.drop_queue(queue_name);
    return true;
end
$$;

create or replace function pgmq.purge_queue(queue_name text) returns bigint
language plpgsql
as $$
declare
    queue_table text := pgmq.format_table_name(queue_name, 'q');
    removed bigint;
begin
    execute format('select count(*) from pgmq.%I', queue_table) into removed;
    execute format('truncate table pgmq.%I', queue_table);
    return removed;
end
$$;

create or replace function pgmq.detach_archive(queue_name text) returns void
language plpgsql
as $$
begin
    raise warning 'detach_archive(queue_name) is deprecated and does nothing';
end
$$;

create or replace function pgmq.list_queues() returns setof pgmq.queue_record
language sql
as $$
    select queue_name, is_partitioned, is_unlogged, created_at
    from pgmq.meta
$$;

-- Sending ----------------------------------------------------------------------------------------------------------

create or replace function pgmq.send(queue_name text, msg jsonb, headers jsonb, delay timestamptz)
returns setof bigint
language plpgsql
as $$
begin
    return query execute format(
        'insert into pgmq.%I (vt, message, headers)
        values ($1, $2, $3)
        returning msg_id',
        pgmq.format_table_name(queue_name, 'q'))
    using delay, msg, headers;
end
$$;

create or replace function pgmq.send(queue_name text, msg jsonb, headers jsonb, delay integer) returns setof bigint
language sql
as $$
    select * from pgmq.send(queue_name, msg, headers, clock_timestamp() + delay * interval '1 second')
$$;

create or replace function pgmq.send(queue_name text, msg jsonb, headers jsonb) returns setof bigint
language sql
as $$
    select * from pgmq.send(queue_name, msg, headers, clock_timestamp())
$$;

create or replace function pgmq.send(queue_name text, msg jsonb, delay timestamptz) returns setof bigint
language sql
as $$
    select * from pgmq.send(queue_name, msg, null::jsonb, delay)
$$;

create or replace function pgmq.send(queue_name text, msg jsonb, delay integer) returns setof bigint
language sql
as $$
    select * from pgmq.send(queue_name, msg, null::jsonb, delay)
$$;

create or replace function pgmq.send(queue_name text, msg jsonb) returns setof bigint
language sql
as $$
    select * from pgmq.send(queue_name, msg, null::jsonb, clock_timestamp())
$$;

create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], headers jsonb[], delay timestamptz)
returns setof bigint
language plpgsql
as $$
begin
    if coalesce(cardinality(msgs), 0) = 0 then
        raise exception 'msgs cannot be NULL or empty';
    end if;
    if headers is not null and cardinality(headers) <> cardinality(msgs) then
        raise exception 'headers array length (%) must match msgs array length (%)',
            cardinality(headers), cardinality(msgs);
    end if;
    -- Ordered by position, so that the ids rise in the order of the array.
    return query execute format(
        'insert into pgmq.%I (vt, message, headers)
        select $1, item.message, item.headers
        from unnest($2, coalesce($3, array_fill(null::jsonb, array[cardinality($2)])))
            with ordinality as item (message, headers, position)
        order by item.position
        returning msg_id',
        pgmq.format_table_name(queue_name, 'q'))
    using delay, msgs, headers;
end
$$;

create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], headers jsonb[], delay integer)
returns setof bigint
language sql
as $$
    select * from pgmq.send_batch(queue_name, msgs, headers, clock_timestamp() + delay * interval '1 second')
$$;

create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], headers jsonb[]) returns setof bigint
language sql
as $$
    select * from pgmq.send_batch(queue_name, msgs, headers, clock_timestamp())
$$;

create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], delay timestamptz) returns setof bigint
language sql
as $$
    select * from pgmq.send_batch(queue_name, msgs, null::jsonb[], delay)
$$;

create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], delay integer) returns setof bigint
language sql
as $$
    select * from pgmq.send_batch(queue_name, msgs, null::jsonb[], delay)
$$;

create or replace function pgmq.send_batch(queue_name text, msgs jsonb[]) returns setof bigint
language sql
as $$
    select * from pgmq.send_batch(queue_name, msgs, null::jsonb[], clock_timestamp())
$$;

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
