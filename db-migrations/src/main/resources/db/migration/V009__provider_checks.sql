-- How the providers do, as asked now and then by one process for all.

create table provider_checks (
    provider text primary key check (provider <> ''),
    claimed_at timestamptz not null default clock_timestamp(),
    condition text check (condition in ('fine', 'down', 'blocked', 'changed')),
    detail text not null default '',
    since timestamptz,
    checked_at timestamptz,
    check ((condition is null) = (since is null) and (condition is null) = (checked_at is null))
);

comment on table provider_checks is
    'How each provider did when it was last asked for something well-known. Written by claim_provider_check and record_provider_check';
comment on column provider_checks.provider is 'Who was asked, as in provider_budgets';
comment on column provider_checks.claimed_at is 'When a process last took it on itself to ask';
comment on column provider_checks.condition is
    'fine; down: no answer, or errors of its own; blocked: it refuses us; changed: it answers, but not what it used to. Null until it was asked once';
comment on column provider_checks.detail is 'What is wrong, for a person; empty when all is fine';
comment on column provider_checks.since is 'Since when it has been in this condition';
comment on column provider_checks.checked_at is 'When it was last asked';
