-- How functions read and refuse what they are given. Every refusal names the argument and its value.

create or replace function check_argument(p_ok boolean, p_name text, p_value text, p_rule text) returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    if p_ok is not true then
        raise exception '% must %, but is %', p_name, p_rule, quote_nullable(left(p_value, 200))
            using errcode = '22023';
    end if;
end
$$;

comment on function check_argument(boolean, text, text, text) is
    'Raises 22023 naming the argument, the rule and the value, unless the first argument is true';

create or replace function require_text(p_name text, p_value text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(btrim(p_value, E' \t\n\r') <> '', p_name, p_value, 'not be blank');
    -- No name and no reason is longer, and what is longer costs everybody who reads it.
    perform check_argument(length(p_value) <= 10000, p_name, p_value, 'have at most 10000 characters');
    return btrim(p_value, E' \t\n\r');
end
$$;

comment on function require_text(text, text) is
    'The value without surrounding white space; a blank one, or one of more than 10000 characters, raises 22023';

-- An index cannot hold more than some 2700 bytes a row, and would say so in words that name no argument.
create or replace function require_short_text(p_name text, p_value text, p_most integer) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        length(p_value) <= p_most or p_value is null, p_name, p_value, format('have at most %s characters', p_most));
    return require_text(p_name, p_value);
end
$$;

comment on function require_short_text(text, text, integer) is
    'The value without surrounding white space; a blank one, or one of more characters, raises 22023';

create or replace function check_length(p_name text, p_value text, p_most integer) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        coalesce(length(p_value) <= p_most, true), p_name, p_value, format('have at most %s characters', p_most));
end
$$;

comment on function check_length(text, text, integer) is 'Raises 22023 for a text of more characters; null is none';

create or replace function require_few(p_name text, p_count integer, p_bytes integer, p_most integer) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        coalesce(p_count <= p_most, true), p_name, p_count || ' elements', format('have at most %s elements', p_most));
    -- Few elements may be many bytes.
    perform check_argument(
        coalesce(p_bytes <= 10000 + p_most::bigint * 100, true),
        p_name,
        p_bytes || ' bytes',
        format('have at most %s bytes', 10000 + p_most::bigint * 100));
end
$$;

comment on function require_few(text, integer, integer, integer) is
    'Raises 22023 for an array of more elements than p_most, or of an unusual size';

create or replace function require_time(p_name text, p_value timestamptz) returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_value between timestamptz '1900-01-01 00:00:00+00' and timestamptz '2300-01-01 00:00:00+00',
        p_name,
        p_value::text,
        'be a time from 1900 to 2300');
    return p_value;
end
$$;

comment on function require_time(text, timestamptz) is
    'The time; null, infinity and what is centuries away raise 22023';

create or replace function require_not_negative(p_name text, p_value integer) returns integer
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(p_value >= 0, p_name, p_value::text, 'be at least 0');
    return p_value;
end
$$;

comment on function require_not_negative(text, integer) is 'The number; null or a negative one raises 22023';

create or replace function raise_unknown(p_name text, p_thing text, p_value text) returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception '% names no %: %', p_name, p_thing, quote_nullable(left(p_value, 200))
        using errcode = 'P0002';
end
$$;

comment on function raise_unknown(text, text, text) is
    'Raises P0002 naming the argument, the kind of thing that it should name, and its value';

create or replace function require_object(p_name text, p_value jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(jsonb_typeof(p_value) = 'object', p_name, left(p_value::text, 200), 'be a JSON object');
    return p_value;
end
$$;

comment on function require_object(text, jsonb) is 'The value, when it is a JSON object; anything else raises 22023';

create or replace function require_objects(p_name text, p_value jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        case jsonb_typeof(p_value)
            when 'array' then not jsonb_path_exists(p_value, 'strict $[*] ? (@.type() != "object")')
        end,
        p_name,
        left(p_value::text, 200),
        'be a JSON array of objects');
    return p_value;
end
$$;

comment on function require_objects(text, jsonb) is 'The value, when it is a JSON array of objects; anything else raises 22023';

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

revoke all on function
    check_argument(boolean, text, text, text),
    require_text(text, text),
    require_short_text(text, text, integer),
    check_length(text, text, integer),
    require_few(text, integer, integer, integer),
    require_time(text, timestamptz),
    require_not_negative(text, integer),
    raise_unknown(text, text, text),
    require_object(text, jsonb),
    require_objects(text, jsonb),
    field_text(jsonb, text),
    field_short_text(jsonb, text, integer),
    field_integer(jsonb, text, integer, integer),
    field_array(jsonb, text),
    field_date(jsonb, text),
    field_uuid(jsonb, text),
    field_object(jsonb, text)
from public;

grant execute on function
    check_argument(boolean, text, text, text),
    require_text(text, text),
    require_short_text(text, text, integer),
    check_length(text, text, integer),
    require_few(text, integer, integer, integer),
    require_time(text, timestamptz),
    require_not_negative(text, integer),
    raise_unknown(text, text, text),
    require_object(text, jsonb),
    require_objects(text, jsonb),
    field_text(jsonb, text),
    field_short_text(jsonb, text, integer),
    field_integer(jsonb, text, integer, integer),
    field_array(jsonb, text),
    field_date(jsonb, text),
    field_uuid(jsonb, text),
    field_object(jsonb, text)
to pipeline_reader;
