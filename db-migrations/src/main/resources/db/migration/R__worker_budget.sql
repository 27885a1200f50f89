-- Quotas, bans and outages of providers, the same for all replicas and across restarts.

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
    perform check_argument(p_until is not null, 'p_until', null, 'be a time');
    perform check_argument(p_outage is not null, 'p_outage', null, 'be true or false');
    -- A park never shortens another, and the end of an outage must not end a ban that ran at the same time.
    insert into provider_budgets as b (provider, bucket, parked_until, reason, outage)
    values (p_provider, p_bucket, p_until, p_reason, p_outage)
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

revoke all on function worker_park(text, text, timestamptz, text, boolean) from public;
grant execute on function worker_park(text, text, timestamptz, text, boolean) to pipeline_worker;

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

revoke all on function worker_answered(text) from public;
grant execute on function worker_answered(text) to pipeline_worker;

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

revoke all on function worker_parks() from public;
grant execute on function worker_parks() to pipeline_worker, pipeline_reader;

-- Counted in minutes, not in calls: a quota of a day is then at most 1441 rows, and errs towards the provider by less
-- than one minute.
create or replace function worker_spend(
    p_provider text,
    p_bucket text,
    p_window interval,
    p_limit integer
) returns table (used integer, allowed_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    this_slot timestamptz := date_trunc('minute', clock_timestamp());
    oldest_slot timestamptz;
    spent integer;
begin
    perform require_short_text('p_provider', p_provider, 100);
    perform require_short_text('p_bucket', p_bucket, 100);
    perform check_argument(
        p_window between interval '1 minute' and interval '366 days',
        'p_window',
        p_window::text,
        'be from a minute to 366 days');
    perform check_argument(p_limit >= 1, 'p_limit', p_limit::text, 'be at least 1');
    -- The row's lock makes replicas count one after the other, or both could take the last call.
    insert into provider_budgets as b (provider, bucket, "window", "limit")
    values (p_provider, p_bucket, p_window, p_limit)
    on conflict (provider, bucket) do update
    set "window" = excluded."window",
        "limit" = excluded."limit";

    delete from provider_usage u
    where u.provider = p_provider
      and u.bucket = p_bucket
      and u.slot + interval '1 minute' <= clock_timestamp() - p_window;

    select coalesce(sum(u.calls), 0), min(u.slot)
    into spent, oldest_slot
    from provider_usage u
    where u.provider = p_provider
      and u.bucket = p_bucket;

    if spent < p_limit then
        insert into provider_usage as u (provider, bucket, slot, calls)
        values (p_provider, p_bucket, this_slot, 1)
        on conflict (provider, bucket, slot) do update
        set calls = u.calls + 1;
        spent := spent + 1;
        oldest_slot := null;
    end if;

    update provider_budgets b
    set used = spent
    where b.provider = p_provider
      and b.bucket = p_bucket;

    used := spent;
    allowed_at := oldest_slot + interval '1 minute' + p_window;
    return next;
end
$$;

comment on function worker_spend(text, text, interval, integer) is
    'Takes one call from a rolling quota: how many are used, and when the next is allowed, which is null when this one is';

revoke all on function worker_spend(text, text, interval, integer) from public;
grant execute on function worker_spend(text, text, interval, integer) to pipeline_worker;
