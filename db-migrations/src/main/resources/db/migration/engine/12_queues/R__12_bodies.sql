-- Ids and bodies of messages, as they are given.

create or replace function message_number(p_message_id text) returns bigint
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select case
    when p_message_id ~ '^\s*[0-9]{1,19}\s*$' and p_message_id::numeric <= 9223372036854775807
        then p_message_id::bigint
end
$$;

comment on function message_number(text) is 'The message id as PGMQ keeps it; null for a text that cannot be one';

create or replace function is_small(p_body jsonb) returns boolean
language sql
immutable
parallel safe
return pg_column_size(p_body) <= 500;

comment on function is_small(jsonb) is
    'Whether a message has no room for an id that is too long to be looked for';

-- Progress looks for messages by some of these fields, and an index cannot hold endless ones. The others name what is
-- asked of a provider, and no name is longer.
create or replace function require_message(p_name text, p_body jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    field text;
begin
    -- Most bodies are smaller than the least that is refused, and messages are sent by the hundred.
    if is_small(p_body) then
        return p_body;
    end if;
    perform check_argument(p_body is not null, p_name, null, 'not be null');
    foreach field in array array['_correlationId', 'artistId', 'artistName', 'albumId', 'trackId', 'songId', 'producerId'] loop
        perform check_argument(
            length(p_body ->> field) <= 500 or not p_body ? field or p_body ->> field is null,
            field,
            p_body ->> field,
            'have at most 500 characters');
    end loop;
    return p_body;
end
$$;

comment on function require_message(text, jsonb) is
    'The body of a message, when it is not null and its ids are short enough to be looked for; otherwise raises 22023';
