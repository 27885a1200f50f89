-- Quotas, bans and outages of providers, the same for all replicas and across restarts.

-- Without a run and a share, as it was called before: a worker of the last release may still run.
drop function if exists worker_spend(text, text, interval, integer);

create or replace function learned_limit(p_budget provider_budgets) returns integer
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select case
    when p_budget.learned_at > clock_timestamp() - interval '7 days' then p_budget.learned_limit
end
$$;

comment on function learned_limit(provider_budgets) is
    'The limit that was learned of a budget; null when none was, or so long ago that it is to be learned anew';

-- Counted in minutes, not in calls: a quota of a day is then at most 1441 rows a run, and errs towards the provider by
-- less than one minute.
create or replace function worker_spend(
    p_provider text,
    p_bucket text,
    p_window interval,
    p_limit integer,
    p_correlation_id uuid default null,
    p_run_share double precision default 1
) returns table (used integer, allowed_at timestamptz, quota integer, share_is_spent boolean, nearly_spent boolean)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    moment timestamptz := clock_timestamp();
    budget provider_budgets;
    oldest_slot timestamptz;
    spent integer;
    of_run integer;
begin
    perform require_short_text('p_provider', p_provider, 100);
    perform require_short_text('p_bucket', p_bucket, 100);
    perform check_argument(
        p_window between interval '1 minute' and interval '366 days',
        'p_window',
        p_window::text,
        'be from a minute to 366 days');
    perform check_argument(p_limit >= 1, 'p_limit', p_limit::text, 'be at least 1');
    perform check_argument(
        p_run_share > 0 and p_run_share <= 1, 'p_run_share', p_run_share::text, 'be above 0 and at most 1');
    -- The row's lock makes replicas count one after the other, or both could take the last call. Looked for first: an
    -- insert, even of nothing, tells every process to learn the parks anew.
    select b.*
    into budget
    from provider_budgets b
    where b.provider = p_provider
        and b.bucket = p_bucket
    for update;
    if not found then
        insert into provider_budgets as b (provider, bucket, "window", "limit")
        values (p_provider, p_bucket, p_window, p_limit)
        on conflict (provider, bucket) do update
        set "window" = excluded."window"
        returning b.*
        into budget;
    end if;
    quota := least(p_limit, learned_limit(budget));

    delete from provider_usage u
    where u.provider = p_provider
        and u.bucket = p_bucket
        and u.slot + interval '1 minute' <= moment - p_window;

    select
        coalesce(sum(u.calls), 0),
        coalesce(sum(u.calls) filter (where u.correlation_id = p_correlation_id), 0),
        min(u.slot)
    into spent, of_run, oldest_slot
    from provider_usage u
    where u.provider = p_provider
        and u.bucket = p_bucket;

    -- A share of what the other runs leave, so that whoever comes next always finds something; and never less than one.
    share_is_spent := p_correlation_id is not null
        and spent < quota
        and of_run >= greatest(1, floor((quota - (spent - of_run)) * p_run_share));

    delete from run_waits w
    where w.provider = p_provider
        and w.bucket = p_bucket
        and (w.until <= moment or w.correlation_id = p_correlation_id);

    if share_is_spent then
        insert into run_waits (correlation_id, provider, bucket, until)
        values (p_correlation_id, p_provider, p_bucket, oldest_slot + interval '1 minute' + p_window);
    elsif spent < quota then
        insert into provider_usage as u (provider, bucket, slot, correlation_id, calls)
        values (p_provider, p_bucket, date_trunc('minute', moment), p_correlation_id, 1)
        on conflict (provider, bucket, slot, correlation_id) do update
        set calls = u.calls + 1;
        spent := spent + 1;
        oldest_slot := null;
    end if;

    -- Told once a window: a budget that stays near its limit is no news.
    nearly_spent := oldest_slot is null
        and spent >= ceil(quota * 0.8)
        and coalesce(budget.warned_at <= moment - p_window, true);
    if nearly_spent then
        insert into monitoring_events (event_type, details)
        values (
            'budget_nearly_spent',
            jsonb_build_object('provider', p_provider, 'bucket', p_bucket, 'used', spent, 'limit', quota));
    end if;

    update provider_budgets b
    set used = spent,
        "window" = p_window,
        "limit" = quota,
        warned_at = case when nearly_spent then moment else b.warned_at end
    where b.id = budget.id;

    used := spent;
    allowed_at := oldest_slot + interval '1 minute' + p_window;
    return next;
end
$$;

comment on function worker_spend(text, text, interval, integer, uuid, double precision) is
    'Takes one call from a rolling quota: how many are used, when the next is allowed (null when this one is), the quota that holds, whether it is only this run that has had its share, and true once a window when four fifths are used. A run may use p_run_share of what the other runs leave';

create or replace function worker_quota_refused(
    p_provider text,
    p_bucket text,
    p_until timestamptz,
    p_reason text
) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    budget provider_budgets;
    spent integer;
    oldest_slot timestamptz;
    learned integer;
begin
    perform worker_park(p_provider, p_bucket, p_until, p_reason);
    select b.*
    into budget
    from provider_budgets b
    where b.provider = p_provider
        and b.bucket = p_bucket
    for update;
    select sum(u.calls), min(u.slot)
    into spent, oldest_slot
    from provider_usage u
    where u.provider = p_provider
        and u.bucket = p_bucket
        and u.slot + interval '1 minute' > clock_timestamp() - budget."window";
    -- The refused call is among the counted ones.
    learned := spent - 1;
    -- A provider that opens sooner than our oldest call leaves the window does not count as we do, or counts calls that
    -- others made: then our count says nothing about its limit.
    if coalesce(learned, 0) < 1
        or p_until < oldest_slot + budget."window" - budget."window" / 24
    then
        return null;
    end if;
    -- Calls that were under way with the first refused one are counted as well, and were no more allowed than that one.
    if budget.learned_at > clock_timestamp() - interval '1 minute' then
        update provider_budgets b
        set learned_limit = greatest(1, b.learned_limit - 1)
        where b.id = budget.id;
        return null;
    end if;
    if learned >= least(learned_limit(budget), budget."limit") then
        return null;
    end if;
    update provider_budgets b
    set learned_limit = learned,
        learned_at = clock_timestamp()
    where b.id = budget.id;
    insert into monitoring_events (event_type, details)
    values (
        'budget_learned',
        jsonb_build_object('provider', p_provider, 'bucket', p_bucket, 'limit', learned, 'before', budget."limit"));
    return learned;
end
$$;

comment on function worker_quota_refused(text, text, timestamptz, text) is
    'The provider says that a quota is spent until a time: parks the bucket, and returns the limit that is learned from it, which is null when it is no news or does not fit our count';
