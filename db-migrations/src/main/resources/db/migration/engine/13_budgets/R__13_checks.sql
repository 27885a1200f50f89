-- Looking at the providers: of all processes one asks each provider, and all know what it heard.

-- The first to speak of a provider only starts its clock: a fleet that starts has no call to spare.
create or replace function claim_provider_check(p_provider text, p_every interval) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_provider', p_provider, 100);
    perform check_argument(
        p_every between interval '1 second' and interval '366 days',
        'p_every',
        p_every::text,
        'be from a second to 366 days');
    insert into provider_checks as c (provider)
    values (p_provider)
    on conflict (provider) do nothing;
    if found then
        return false;
    end if;
    update provider_checks c
    set claimed_at = clock_timestamp()
    where c.provider = p_provider
        and c.claimed_at <= clock_timestamp() - p_every;
    return found;
end
$$;

comment on function claim_provider_check(text, interval) is
    'True for the one caller in every such interval that has to ask the provider; the first interval begins with the first call ever';

create or replace function record_provider_check(p_provider text, p_condition text, p_detail text) returns text
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    before text;
begin
    perform require_short_text('p_provider', p_provider, 100);
    perform check_argument(
        p_condition in ('fine', 'down', 'blocked', 'changed'),
        'p_condition',
        p_condition,
        'be fine, down, blocked or changed');
    perform check_argument(p_detail is not null, 'p_detail', null, 'be a text');
    select c.condition
    into before
    from provider_checks c
    where c.provider = p_provider
    for update;
    insert into provider_checks as c (provider, condition, detail, since, checked_at)
    values (p_provider, p_condition, left(p_detail, 1000), clock_timestamp(), clock_timestamp())
    on conflict (provider) do update
    set condition = excluded.condition,
        detail = excluded.detail,
        since = case
            when c.condition = excluded.condition then c.since
            else excluded.since
        end,
        checked_at = excluded.checked_at;
    return before;
end
$$;

comment on function record_provider_check(text, text, text) is
    'Keeps how a provider does (fine, down, blocked or changed) and what is wrong; the condition before, null when it was never asked';
