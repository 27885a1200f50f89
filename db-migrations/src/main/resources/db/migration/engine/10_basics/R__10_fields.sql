-- What is under a key of an object that somebody gave. Every refusal names the key and its value.

create or replace function field_text(p_data jsonb, p_key text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value jsonb := nullif(p_data -> p_key, 'null');
begin
    if value is null then
        return null;
    end if;
    perform check_argument(jsonb_typeof(value) = 'string', p_key, value::text, 'be a text');
    return nullif(btrim(value #>> '{}', E' \t\n\r'), '');
end
$$;

comment on function field_text(jsonb, text) is 'The text under a key, trimmed; null when absent or blank; another type raises 22023';

create or replace function field_short_text(p_data jsonb, p_key text, p_most integer) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value text := field_text(p_data, p_key);
begin
    perform check_argument(
        value is null or length(value) <= p_most, p_key, value, format('have at most %s characters', p_most));
    return value;
end
$$;

comment on function field_short_text(jsonb, text, integer) is
    'The text under a key, trimmed; null when absent or blank; another type or more characters raise 22023';

create or replace function field_integer(p_data jsonb, p_key text, p_least integer, p_most integer) returns integer
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value jsonb := nullif(p_data -> p_key, 'null');
begin
    if value is null then
        return null;
    end if;
    perform check_argument(
        case jsonb_typeof(value) when 'number' then (value #>> '{}')::numeric between p_least and p_most end,
        p_key,
        value::text,
        format('be a number from %s to %s', p_least, p_most));
    return round((value #>> '{}')::numeric)::integer;
end
$$;

comment on function field_integer(jsonb, text, integer, integer) is
    'The number under a key; null when absent; another type or a number out of range raises 22023';

create or replace function field_array(p_data jsonb, p_key text) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value jsonb := nullif(p_data -> p_key, 'null');
begin
    if value is null then
        return '[]';
    end if;
    perform require_objects(p_key, value);
    return value;
end
$$;

comment on function field_array(jsonb, text) is
    'The array of objects under a key; [] when absent; anything else raises 22023';

create or replace function field_date(p_data jsonb, p_key text) returns date
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value text := field_text(p_data, p_key);
begin
    if value is null then
        return null;
    end if;
    perform check_argument(value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', p_key, value, 'be a date like 2001-12-31');
    return make_date(left(value, 4)::integer, substr(value, 6, 2)::integer, right(value, 2)::integer);
exception
    when datetime_field_overflow then
        raise exception '% must be a date like 2001-12-31, but is %', p_key, quote_nullable(value)
            using errcode = '22023';
end
$$;

comment on function field_date(jsonb, text) is 'The ISO date under a key; null when absent; anything else raises 22023';

create or replace function field_uuid(p_data jsonb, p_key text) returns uuid
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value text := field_text(p_data, p_key);
begin
    perform check_argument(
        value is null or value ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$', p_key, value, 'be a UUID');
    return value::uuid;
end
$$;

comment on function field_uuid(jsonb, text) is 'The UUID under a key; null when absent; anything else raises 22023';

create or replace function field_object(p_data jsonb, p_key text) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    value jsonb := nullif(p_data -> p_key, 'null');
begin
    if value is null then
        return '{}';
    end if;
    return require_object(p_key, value);
end
$$;

comment on function field_object(jsonb, text) is 'The object under a key; {} when absent; another type raises 22023';
