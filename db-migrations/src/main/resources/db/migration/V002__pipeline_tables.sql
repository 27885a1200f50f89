-- How the pipeline runs: who may do what, queues, states and locks, budgets, runs, and what is recorded about them.

-- Roles belong to the whole server, so another database may have made them already. None of them may log in until it
-- is given a password; personal logins may be members instead.
do $$
declare
    role_name text;
begin
    foreach role_name in array array['pipeline_reader', 'pipeline_worker', 'pipeline_operator'] loop
        begin
            execute format('create role %I nologin', role_name);
        exception when duplicate_object then
            null;
        end;
    end loop;
    if not pg_has_role('pipeline_worker', 'pipeline_reader', 'member') then
        grant pipeline_reader to pipeline_worker;
    end if;
    if not pg_has_role('pipeline_operator', 'pipeline_worker', 'member') then
        grant pipeline_worker to pipeline_operator;
    end if;
    -- Nobody but the owner makes objects here, not even temporary ones that could shadow a table.
    execute format('revoke temporary on database %I from public', current_database());
end
$$;

revoke create on schema public from public;
-- Every function states for itself who may execute it.
alter default privileges revoke execute on functions from public;
revoke execute on function set_updated_at() from public;
revoke execute on function search_key(text) from public;
grant execute on function search_key(text) to pipeline_reader, pipeline_worker;

create table queue_registry (
    id uuid primary key default gen_random_uuid(),
    queue_name text not null unique check (queue_name <> ''),
    display_name text,
    description text,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table processing_status (
    id uuid primary key default gen_random_uuid(),
    entity_type text not null check (entity_type <> ''),
    entity_id text not null check (entity_id <> ''),
    state text not null default 'PENDING' check (state in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
    attempts integer not null default 0 check (attempts >= 0),
    last_processed_at timestamptz,
    metadata jsonb not null default '{}',
    last_error text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (entity_type, entity_id)
);

-- Completed rows are the many; health and maintenance look at the others.
create index on processing_status (state, last_processed_at) where state <> 'COMPLETED';
create index on processing_status (last_processed_at);

create table processing_locks (
    id uuid primary key default gen_random_uuid(),
    entity_type text not null check (entity_type <> ''),
    entity_id text not null check (entity_id <> ''),
    worker_id text,
    acquired_at timestamptz not null default now(),
    last_heartbeat timestamptz not null default now(),
    ttl_seconds integer not null default 1800 check (ttl_seconds > 0),
    correlation_id text,
    metadata jsonb not null default '{}',
    unique (entity_type, entity_id)
);

create index on processing_locks (last_heartbeat);

-- What a named operation answered, so that the same operation again changes nothing and answers the same.
create table processed_operations (
    kind text not null,
    operation_id text not null check (operation_id <> ''),
    result jsonb not null,
    created_at timestamptz not null default now(),
    primary key (kind, operation_id)
);

create index on processed_operations (created_at);

create table discovery_runs (
    id uuid primary key default gen_random_uuid(),
    correlation_id uuid not null unique,
    asked jsonb not null,
    state text not null default 'queued' check (state in ('queued', 'running', 'ambiguous', 'not_found', 'refused')),
    artist_id uuid references artists (id) on delete set null,
    candidates jsonb not null default '[]',
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    updated_at timestamptz not null default now()
);

create index on discovery_runs (artist_id);
create index on discovery_runs (started_at);

create table provider_budgets (
    id uuid primary key default gen_random_uuid(),
    provider text not null,
    bucket text not null default '*',
    "window" interval,
    used integer not null default 0 check (used >= 0),
    "limit" integer check ("limit" >= 0),
    parked_until timestamptz,
    reason text,
    -- An outage ends as soon as the provider answers; a ban or a spent quota lasts until its time.
    outage boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (provider, bucket)
);

-- The calls of a rolling window, counted in slots, so that a restart forgets none of them.
create table provider_usage (
    provider text not null,
    bucket text not null,
    slot timestamptz not null,
    calls integer not null default 0 check (calls >= 0),
    primary key (provider, bucket, slot)
);

create table provider_facts (
    provider text not null,
    fact text not null,
    value text not null,
    observed_at timestamptz not null default now(),
    primary key (provider, fact)
);

-- Which providers a stage asks. Work waits for a required one; without the others it goes on, knowing less.
create table stage_providers (
    queue_name text not null,
    provider text not null,
    required boolean not null default false,
    primary key (queue_name, provider)
);

create table worker_issues (
    id uuid primary key default gen_random_uuid(),
    worker_name text not null,
    issue_type text not null,
    message text not null,
    details jsonb not null default '{}',
    resolved boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create index on worker_issues (worker_name, issue_type);
create index on worker_issues (updated_at) where not resolved;

create table queue_metrics (
    id uuid primary key default gen_random_uuid(),
    queue_name text not null,
    operation text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    processed_count integer not null default 0 check (processed_count >= 0),
    success_count integer not null default 0 check (success_count >= 0),
    error_count integer not null default 0 check (error_count >= 0),
    details jsonb not null default '{}',
    created_at timestamptz not null default now()
);

create index on queue_metrics (queue_name, created_at);
create index on queue_metrics (created_at);

create table monitoring_events (
    id uuid primary key default gen_random_uuid(),
    event_type text not null,
    details jsonb not null default '{}',
    created_at timestamptz not null default now()
);

create index on monitoring_events (event_type, created_at);
create index on monitoring_events (created_at);

create table pgmq_dead_letter_items (
    id uuid primary key default gen_random_uuid(),
    queue_name text not null,
    msg jsonb,
    failed_at timestamptz not null default now(),
    fail_count integer not null default 0 check (fail_count >= 0),
    details jsonb not null default '{}'
);

create index on pgmq_dead_letter_items (queue_name, failed_at);
create index on pgmq_dead_letter_items (failed_at);

create schema queue_mgmt;

create table queue_mgmt.problematic_messages (
    id uuid primary key default gen_random_uuid(),
    queue_name text not null,
    message_id text not null,
    message_body jsonb,
    error_type text not null,
    error_details text,
    created_at timestamptz not null default now(),
    resolved boolean not null default false,
    resolution_details text
);

create index on queue_mgmt.problematic_messages (queue_name, message_id);
create index on queue_mgmt.problematic_messages (created_at) where not resolved;

create trigger queue_registry_updated before update on queue_registry
    for each row execute function set_updated_at();
create trigger processing_status_updated before update on processing_status
    for each row execute function set_updated_at();
create trigger discovery_runs_updated before update on discovery_runs
    for each row execute function set_updated_at();
create trigger provider_budgets_updated before update on provider_budgets
    for each row execute function set_updated_at();
create trigger worker_issues_updated before update on worker_issues
    for each row execute function set_updated_at();
