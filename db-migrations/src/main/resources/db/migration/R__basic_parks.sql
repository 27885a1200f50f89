-- Which stages the parked providers hold up.

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

revoke all on function stage_parks(text) from public;
grant execute on function stage_parks(text) to pipeline_reader;
