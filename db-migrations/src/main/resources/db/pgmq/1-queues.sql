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

