-- What the headers of a message say. They come from whoever sent it, so what they hold is looked at before it is
-- believed: a monitor must not fail because somebody sent nonsense. Nor is it made a text before: of an array that takes a
-- few kB the text may be longer than a text can be.

-- Looked at for every hidden message, possibly by several processes of one query: so neither a search_path of its own
-- nor a block that catches the error of a plain cast, which PostgreSQL before 17 refuses there.
create or replace function header_time(p_headers jsonb, p_name text) returns timestamptz
language plpgsql
stable
parallel safe
as $$
declare
    value text := case when jsonb_typeof(p_headers -> p_name) = 'string' then p_headers ->> p_name end;
begin
    if value ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\.[0-9]{1,9})?([+-](0[0-9]|1[0-5]):[0-5][0-9]|Z)$'
        and substr(value, 9, 2)::integer <= extract(
            day from make_date(left(value, 4)::integer, substr(value, 6, 2)::integer, 1) + interval '1 month -1 day')
    then
        return value::timestamptz;
    end if;
    return null;
end
$$;

comment on function header_time(jsonb, text) is
    'The time in a message header, as JSON writes times (2031-05-04T03:02:01Z); null when there is none or it cannot be read';

create or replace function failure_count(p_headers jsonb) returns integer
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when jsonb_typeof(p_headers -> 'failures') not in ('number', 'string') then null
    when p_headers ->> 'failures' ~ '^[0-9]{1,9}$' then (p_headers ->> 'failures')::integer
end
$$;

comment on function failure_count(jsonb) is 'How often a message failed, as its headers say; null when they do not';

-- Without a search_path of its own, so that it can become part of the query that asks it for every message.
create or replace function is_delayed(p_headers jsonb, p_vt timestamptz) returns boolean
language sql
stable
parallel safe
as $$
-- A hundred thousand may be parked: reading the time is only needed when it was written in another time zone.
select coalesce(
    p_headers ? 'delayedUntil'
        and (p_headers -> 'delayedUntil' = to_jsonb(p_vt) or public.header_time(p_headers, 'delayedUntil') = p_vt),
    false)
$$;

comment on function is_delayed(jsonb, timestamptz) is
    'Whether a message is hidden on purpose until its time, as its headers say, and not because somebody holds it';

create or replace function worker_headers(p_headers jsonb) returns jsonb
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case when jsonb_typeof(p_headers) = 'object' then p_headers else '{}' end
$$;

comment on function worker_headers(jsonb) is 'Message headers as an object, also when a sender gave none or something else';

create or replace function death_count(p_headers jsonb) returns integer
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when jsonb_typeof(p_headers -> 'deaths') not in ('number', 'string') then 0
    when p_headers ->> 'deaths' ~ '^[0-9]{1,9}$' then (p_headers ->> 'deaths')::integer
    else 0
end
$$;

comment on function death_count(jsonb) is 'How often a process died with this message in hand, as its headers say';
