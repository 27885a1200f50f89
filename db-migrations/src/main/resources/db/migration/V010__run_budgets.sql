-- What each run uses of a scarce budget, what it is expected to use, and what was learned of a budget.

-- A run can only be kept to its share where its calls are counted apart. Calls of no run count as one more run.
alter table provider_usage
    add column correlation_id uuid;
alter table provider_usage
    drop constraint provider_usage_pkey;
alter table provider_usage
    add constraint provider_usage_key unique nulls not distinct (provider, bucket, slot, correlation_id);

create index provider_usage_of_run on provider_usage (correlation_id) where correlation_id is not null;

comment on column provider_usage.correlation_id is 'The run that made the calls; null for calls of no run';

alter table provider_budgets
    add column learned_limit integer check (learned_limit >= 1),
    add column learned_at timestamptz,
    add column warned_at timestamptz;

comment on column provider_budgets.learned_limit is
    'The most calls in the window that the provider was seen to allow, where that is less than configured; null when it never was';
comment on column provider_budgets.learned_at is
    'When learned_limit was learned. It holds for a week, after which the configured limit is tried again';
comment on column provider_budgets.warned_at is 'When four fifths of the limit were used last; told at most once a window';

alter table stage_providers
    add column buckets text[];

comment on column stage_providers.buckets is 'The provider''s buckets that the stage calls; null for all of them';

create table run_waits (
    correlation_id uuid not null,
    provider text not null,
    bucket text not null,
    until timestamptz not null,
    primary key (correlation_id, provider, bucket)
);

create index on run_waits (provider, bucket, until);

comment on table run_waits is
    'Runs that have used their share of a quota and wait, so that others get theirs. Written by worker_spend, which also deletes what is over';
comment on column run_waits.correlation_id is 'The run';
comment on column run_waits.provider is 'Of whose quota, as in provider_budgets';
comment on column run_waits.bucket is 'The group of endpoints, as in provider_budgets';
comment on column run_waits.until is 'When there may be more for the run. Past: it does not wait any more';

create table run_estimates (
    correlation_id uuid not null references discovery_runs (correlation_id) on delete cascade,
    provider text not null,
    bucket text not null,
    calls integer not null check (calls >= 0),
    exact boolean not null,
    used integer check (used >= 0),
    estimated_at timestamptz not null default now(),
    primary key (correlation_id, provider, bucket)
);

comment on table run_estimates is
    'The calls that a run is expected to make in all, answers that are kept not counted. Written by estimate_run';
comment on column run_estimates.correlation_id is 'The run';
comment on column run_estimates.provider is 'Who is called, as in provider_budgets';
comment on column run_estimates.bucket is 'The group of endpoints, as in provider_budgets; * for all of the provider';
comment on column run_estimates.calls is 'How many calls; of MusicBrainz and Genius how many at most';
comment on column run_estimates.exact is 'True once the artist''s albums are counted; before, it follows from what is known of the artist, or of artists in general';
comment on column run_estimates.used is
    'The calls that the run has made so far, counted by worker_spend; null while none is counted, because there is no quota or none was made';
comment on column run_estimates.estimated_at is 'When it was estimated last';
