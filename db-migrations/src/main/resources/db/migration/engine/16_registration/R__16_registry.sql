-- Making queues, with their dead letter queues, and entering them in the registry.

-- A run's progress and an artist's progress look for a few messages among very many, so both need an index.
create or replace function index_queue_by(p_queue_name text, p_prefix text, p_field text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    table_name text := p_prefix || '_' || ascii_lower(p_queue_name);
    index_name text := left(table_name || '_' || ascii_lower(trim(leading '_' from p_field)), 58) || '_idx';
begin
    -- Looked at first, because even "if not exists" takes a lock on a table at which workers are busy.
    if to_regclass(format('pgmq.%I', index_name)) is null then
        execute format(
            'create index %I on pgmq.%I ((message ->> %L)) where message ? %L',
            index_name, table_name, p_field, p_field);
    end if;
end
$$;

comment on function index_queue_by(text, text, text) is
    'Indexes the messages (prefix q) or finished messages (prefix a) of a queue by a text field of the body';

create or replace function register_queue(
    p_queue_name text,
    p_display_name text = null,
    p_description text = null,
    p_active boolean = true
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    dead_letters text := dead_letter_queue_of(p_queue_name);
begin
    -- PGMQ lower-cases table names but not its list of queues, and cuts nothing off, so only plain names are safe; 43
    -- characters leave room for the dead letter queue within PGMQ's 47.
    perform check_length('p_display_name', p_display_name, 1000);
    perform check_length('p_description', p_description, 10000);
    perform check_argument(
        p_queue_name ~ '^[a-z][a-z0-9_]{0,42}$',
        'p_queue_name',
        p_queue_name,
        'be 1 to 43 lower-case letters, digits and underscores, beginning with a letter');

    if not queue_exists(p_queue_name) then
        perform pgmq.create(p_queue_name);
    end if;
    perform index_queue_by(p_queue_name, 'q', '_correlationId');
    perform index_queue_by(p_queue_name, 'a', '_correlationId');
    perform worker_prepare_queue(p_queue_name);

    if not is_dead_letter_queue(p_queue_name) then
        if not queue_exists(dead_letters) then
            perform pgmq.create(dead_letters);
        end if;
        perform index_queue_by(dead_letters, 'q', '_correlationId');
    end if;

    insert into queue_registry as r (queue_name, display_name, description, active)
    values (p_queue_name, p_display_name, p_description, coalesce(p_active, true))
    on conflict (queue_name) do update
    set display_name = coalesce(excluded.display_name, r.display_name),
        description = coalesce(excluded.description, r.description),
        active = coalesce(p_active, r.active)
    where (r.display_name, r.description, r.active) is distinct from (
        coalesce(excluded.display_name, r.display_name),
        coalesce(excluded.description, r.description),
        coalesce(p_active, r.active));
    return true;
end
$$;

comment on function register_queue(text, text, text, boolean) is
    'Creates a queue and its dead letter queue where missing and enters it in the registry. A null display name, description or active keeps what is stored';

create or replace function activate_queue(p_queue_name text, p_active boolean) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_queue_name', p_queue_name);
    perform check_argument(p_active is not null, 'p_active', null, 'be true or false');
    update queue_registry r
    set active = p_active
    where r.queue_name = p_queue_name;
    return found;
end
$$;

comment on function activate_queue(text, boolean) is
    'Resumes or pauses a queue in every worker, within seconds; false when no queue of that name is registered';

-- Pausing a queue and parking a provider reach every worker at once, not with its next poll.
create or replace function worker_notify_table() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_notify(tg_table_name, '');
    return null;
end
$$;

comment on function worker_notify_table() is 'Tells listeners, on the channel named after the table, that it changed';

-- Looked at first: replacing a trigger locks a table at which workers are busy.
do $$
begin
    if not exists (
        select
        from pg_trigger
        where tgrelid = 'queue_registry'::regclass
          and tgname = 'worker_notify_registry'
    ) then
        create trigger worker_notify_registry
        after insert or delete or update of active on queue_registry
        for each statement
        execute function worker_notify_table();
    end if;
    if not exists (
        select
        from pg_trigger
        where tgrelid = 'provider_budgets'::regclass
          and tgname = 'worker_notify_budgets'
    ) then
        create trigger worker_notify_budgets
        after insert or delete or update of parked_until on provider_budgets
        for each statement
        execute function worker_notify_table();
    end if;
end
$$;
