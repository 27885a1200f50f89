-- Providers that must not be called at present, for everybody or for one run, and which stages that holds up.

create or replace function worker_park(
    p_provider text,
    p_bucket text,
    p_until timestamptz,
    p_reason text,
    p_outage boolean default false
) returns timestamptz
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    parked timestamptz;
begin
    perform require_short_text('p_provider', p_provider, 100);
    perform require_short_text('p_bucket', p_bucket, 100);
    -- Nobody bans for longer, and what holds everybody up must end by itself, whoever is wrong.
    perform check_argument(
        p_until > '-infinity' and p_until <= clock_timestamp() + interval '32 days',
        'p_until',
        p_until::text,
        'be a time within 32 days');
    perform check_argument(p_outage is not null, 'p_outage', null, 'be true or false');
    -- A park never shortens another, and the end of an outage must not end a ban that ran at the same time.
    insert into provider_budgets as b (provider, bucket, parked_until, reason, outage)
    values (p_provider, p_bucket, p_until, left(p_reason, 10000), p_outage)
    on conflict (provider, bucket) do update
    set parked_until = greatest(b.parked_until, excluded.parked_until),
        reason = case
            when b.parked_until >= excluded.parked_until then b.reason
            else excluded.reason
        end,
        outage = excluded.outage and (b.outage or coalesce(b.parked_until <= clock_timestamp(), true))
    returning b.parked_until into parked;
    return parked;
end
$$;

comment on function worker_park(text, text, timestamptz, text, boolean) is
    'Sends no call to a provider''s bucket (* for all of them) before the time; the time that now holds. An outage, unlike a ban, ends with worker_answered';

create or replace function worker_answered(p_provider text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_provider', p_provider);
    update provider_budgets
    set parked_until = null,
        reason = null,
        outage = false
    where provider = p_provider
      and outage;
    return found;
end
$$;

comment on function worker_answered(text) is 'Ends the outage of a provider; false when there was none. Bans and spent quotas stay';

create or replace function worker_parks()
returns table (provider text, bucket text, parked_until timestamptz, reason text, outage boolean)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select b.provider, b.bucket, b.parked_until, b.reason, b.outage
from provider_budgets b
where b.parked_until > clock_timestamp()
$$;

comment on function worker_parks() is 'Buckets that must not be called at present, until when and why';

create or replace function stage_parks(p_queue_name text = null)
returns table (
    queue_name text,
    provider text,
    required boolean,
    bucket text,
    parked_until timestamptz,
    reason text
)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
select s.queue_name, s.provider, s.required, b.bucket, b.parked_until, b.reason
from stage_providers s
join provider_budgets b on b.provider = s.provider
where (p_queue_name is null or s.queue_name = ascii_lower(p_queue_name))
    and b.parked_until > clock_timestamp()
    and (b.bucket = '*' or s.buckets is null or b.bucket = any (s.buckets))
$$;

comment on function stage_parks(text) is
    'The parks of providers that a stage (null: any) asks, as a whole or in the endpoints that it calls. While required, its work waits';

create or replace function run_parks(p_correlation_id uuid)
returns table (
    queue_name text,
    provider text,
    required boolean,
    bucket text,
    until timestamptz,
    reason text
)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select
    s.queue_name,
    s.provider,
    s.required,
    w.bucket,
    w.until,
    'this run has had its share of the day''s calls to ' || w.bucket
from run_waits w
join stage_providers s on s.provider = w.provider
where w.correlation_id = p_correlation_id
    and w.until > clock_timestamp()
    and (s.buckets is null or w.bucket = any (s.buckets))
$$;

comment on function run_parks(uuid) is 'The stages in which a run waits because it has had its share of a quota';
