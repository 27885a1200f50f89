-- What was found out about a provider and would cost a call to find out again.

create or replace function record_provider_fact(
    p_provider text,
    p_fact text,
    p_value text,
    p_observed_at timestamptz
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_provider', p_provider, 100);
    perform require_short_text('p_fact', p_fact, 200);
    perform check_argument(p_value is not null, 'p_value', null, 'not be null');
    perform check_length('p_value', p_value, 10000);
    perform require_time('p_observed_at', p_observed_at);
    insert into provider_facts (provider, fact, value, observed_at)
    values (p_provider, p_fact, p_value, p_observed_at)
    on conflict (provider, fact) do update
    set value = excluded.value,
        observed_at = excluded.observed_at;
end
$$;

comment on function record_provider_fact(text, text, text, timestamptz) is
    'Remembers a fact about a provider, as it was seen at that time';
