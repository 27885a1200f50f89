-- The tables of the engine alone, for a database without the pipeline: what V001 to V015 made of them, which make the
-- pipeline's in the same breath and are released. EngineTest compares; what changes one of these tables later changes it
-- here as well, in a further file.

create function set_updated_at() returns trigger
language plpgsql
as $$
begin
    new.updated_at := now();
    return new;
end
$$;

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
    execute format('revoke temporary on database %I from public', current_database());
end
$$;

revoke create on schema public from public;

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

create table processed_operations (
    kind text not null,
    operation_id text not null check (operation_id <> ''),
    result jsonb not null,
    created_at timestamptz not null default now(),
    primary key (kind, operation_id)
);

create index on processed_operations (created_at);

create table provider_budgets (
    id uuid primary key default gen_random_uuid(),
    provider text not null,
    bucket text not null default '*',
    "window" interval,
    used integer not null default 0 check (used >= 0),
    "limit" integer check ("limit" >= 0),
    parked_until timestamptz,
    reason text,
    outage boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    learned_limit integer check (learned_limit >= 1),
    learned_at timestamptz,
    warned_at timestamptz,
    unique (provider, bucket)
);

create table provider_usage (
    provider text not null,
    bucket text not null,
    slot timestamptz not null,
    calls integer not null default 0 check (calls >= 0),
    correlation_id uuid,
    constraint provider_usage_key unique nulls not distinct (provider, bucket, slot, correlation_id)
);

create index provider_usage_of_run on provider_usage (correlation_id) where correlation_id is not null;

create table run_waits (
    correlation_id uuid not null,
    provider text not null,
    bucket text not null,
    until timestamptz not null,
    primary key (correlation_id, provider, bucket)
);

create index on run_waits (provider, bucket, until);

create table provider_checks (
    provider text primary key check (provider <> ''),
    claimed_at timestamptz not null default clock_timestamp(),
    condition text check (condition in ('fine', 'down', 'blocked', 'changed')),
    detail text not null default '',
    since timestamptz,
    checked_at timestamptz,
    check ((condition is null) = (since is null) and (condition is null) = (checked_at is null))
);

create table stage_providers (
    queue_name text not null,
    provider text not null,
    required boolean not null default false,
    buckets text[],
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
create index worker_issues_resolved on worker_issues (updated_at) where resolved;
create unique index worker_issues_open_idx on worker_issues (worker_name, issue_type) where not resolved;

create table worker_heartbeats (
    queue_name text not null check (queue_name <> ''),
    worker_id text not null check (worker_id <> ''),
    lease interval not null check (lease > interval '0' and lease <= interval '30 days'),
    last_seen_at timestamptz not null default clock_timestamp(),
    primary key (queue_name, worker_id)
) with (fillfactor = 50);

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
-- What view queue_stats groups by.
create index queue_metrics_hour on queue_metrics ((date_trunc('hour', created_at at time zone 'UTC') at time zone 'UTC'));

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
create index problematic_messages_resolved on queue_mgmt.problematic_messages (created_at) where resolved;

create trigger queue_registry_updated before update on queue_registry
    for each row execute function set_updated_at();
create trigger processing_status_updated before update on processing_status
    for each row execute function set_updated_at();
create trigger provider_budgets_updated before update on provider_budgets
    for each row execute function set_updated_at();
create trigger worker_issues_updated before update on worker_issues
    for each row execute function set_updated_at();
