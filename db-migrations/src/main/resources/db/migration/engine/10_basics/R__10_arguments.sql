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
    -- Asked of each text of each claim: what is as it should be calls nothing.
    if (btrim(p_value, E' \t\n\r') <> '') is not true then
        perform check_argument(false, p_name, p_value, 'not be blank');
    end if;
    -- No name and no reason is longer, and what is longer costs everybody who reads it.
    if length(p_value) > 10000 then
        perform check_argument(false, p_name, p_value, 'have at most 10000 characters');
    end if;
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
    if length(p_value) > p_most then
        perform check_argument(false, p_name, p_value, format('have at most %s characters', p_most));
    end if;
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
