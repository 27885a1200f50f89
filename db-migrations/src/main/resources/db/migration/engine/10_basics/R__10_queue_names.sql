-- Which queues there are, and where their messages live.

create or replace function queue_exists(p_queue_name text) returns boolean
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select exists (
    select
    from pgmq.meta
    where ascii_lower(queue_name) = ascii_lower(p_queue_name)
)
$$;

comment on function queue_exists(text) is 'Whether PGMQ has a queue of that name';

create or replace function require_queue(p_name text, p_queue_name text) returns text
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text(p_name, p_queue_name);
    if not queue_exists(p_queue_name) then
        raise exception '% names no queue: %', p_name, quote_literal(left(p_queue_name, 200))
            using errcode = 'P0002',
                hint = 'select register_queue(''name'') creates a queue';
    end if;
    return format('pgmq.%I', 'q_' || ascii_lower(p_queue_name));
end
$$;

comment on function require_queue(text, text) is
    'get_queue_table_name_safe for an argument of another name, which an error then tells';

create or replace function get_queue_table_name_safe(p_queue_name text) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select require_queue('p_queue_name', p_queue_name)
$$;

comment on function get_queue_table_name_safe(text) is
    'Schema-qualified, quoted name of the table that holds a queue''s messages; an unknown queue raises P0002';

create or replace function queue_archive_table(p_queue_name text) returns text
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform get_queue_table_name_safe(p_queue_name);
    return format('pgmq.%I', 'a_' || ascii_lower(p_queue_name));
end
$$;

comment on function queue_archive_table(text) is
    'Schema-qualified, quoted name of the table that holds a queue''s finished messages; an unknown queue raises P0002';

create or replace function dead_letter_queue_of(p_queue_name text) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select ascii_lower(p_queue_name) || '_dlq'
$$;

comment on function dead_letter_queue_of(text) is 'Name of the dead letter queue that belongs to a queue';

create or replace function is_dead_letter_queue(p_queue_name text) returns boolean
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select ascii_lower(p_queue_name) like '%\_dlq'
$$;

comment on function is_dead_letter_queue(text) is 'Whether the name is that of a dead letter queue';

create or replace function worker_table(p_queue_name text, p_prefix text) returns regclass
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    found_table regclass := to_regclass(format('pgmq.%I', p_prefix || '_' || ascii_lower(coalesce(p_queue_name, ''))));
begin
    if found_table is null then
        raise exception 'p_queue_name names no queue: %', quote_nullable(left(p_queue_name, 200))
            using errcode = 'P0002',
                hint = 'select register_queue(''name'') creates a queue';
    end if;
    return found_table;
end
$$;

comment on function worker_table(text, text) is 'The table behind a queue (prefix q) or its archive (prefix a); an unknown queue raises';

-- PGMQ before 1.10 does not have last_read_at, and the library serves both.
create or replace function worker_has_last_read_at(p_table regclass) returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select exists (
    select
    from pg_attribute
    where attrelid = p_table
      and attname = 'last_read_at'
      and not attisdropped
)
$$;

comment on function worker_has_last_read_at(regclass) is 'Whether this PGMQ keeps the time of the last read';

create or replace function worker_queue_paused(p_queue_name text) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select exists (
    select
    from public.queue_registry
    where queue_name = ascii_lower(p_queue_name)
      and not active
)
$$;

comment on function worker_queue_paused(text) is 'Whether workers must leave the queue alone; false for a queue that nobody registered';
