-- What the worker library keeps besides the queues: calls spent per provider, and which parks end with the first answer.

create table provider_calls (
    provider text not null,
    bucket text not null,
    minute timestamptz not null,
    calls integer not null check (calls > 0),
    primary key (provider, bucket, minute)
);

comment on table provider_calls is 'Calls sent to a provider, per bucket and minute, for as long as a quota window reaches back; a rolling quota is a sum over it';
comment on column provider_calls.bucket is 'Endpoints that share a limit at the provider';
comment on column provider_calls.minute is 'Start of the minute in which the calls were sent';

alter table provider_budgets add column outage boolean not null default false;

comment on column provider_budgets.outage is 'Parked because the provider is down: ended by its first answer, not only by time';

-- One open row an issue, so that a storm of the same failure is one line with a count.
create unique index worker_issues_open_idx on worker_issues (worker_name, issue_type) where not resolved;
