-- What is too large to be read together with others, and how the whole of it is read alone.

-- The text of a jsonb ends at 1 GB, and what is stored says nothing about it: eleven thousand times 1e99999 is more, and
-- takes a few kB. A claim that fails for one such message would fail for ever, and with it its queue. So what cannot be
-- told is larger than any limit that somebody may name, and goes where all goes that is too large.
create or replace function worker_text_bytes(p_value jsonb) returns bigint
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
    return octet_length(p_value::text);
exception
    when program_limit_exceeded or out_of_memory then
        return 2147483648;
end
$$;

comment on function worker_text_bytes(jsonb) is
    'How many bytes this has as text; 2 GB, above every limit, when the server cannot write it as text';

create or replace function worker_short_fields(p_value jsonb, p_names text[]) returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select coalesce(
    jsonb_object_agg(f.name, p_value -> f.name)
        filter (where public.worker_text_bytes(p_value -> f.name) <= 1024),
    '{}')
from unnest(p_names) as f (name)
$$;

comment on function worker_short_fields(jsonb, text[]) is
    'Those of the named fields that are there and have at most 1,024 bytes as text';

create or replace function worker_body_outline(p_message jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select
    public.worker_short_fields(p_message, array['_correlationId', '_idempotencyKey', '_priority'])
    || case
        when jsonb_typeof(p_message -> '_reprocessing_metadata') = 'object' then '{"_reprocessing_metadata": {}}'::jsonb
        else '{}'
    end
$$;

comment on function worker_body_outline(jsonb) is
    'What the sender of a large body noted for workers: its keys that begin with _, as far as they are short';

create or replace function worker_headers_outline(p_headers jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
select public.worker_short_fields(p_headers, array['failures', 'deaths', 'traceparent'])
$$;

comment on function worker_headers_outline(jsonb) is 'What workers need of headers that are large';

create or replace function worker_body(p_queue_name text, p_msg_id bigint, p_read_ct integer) returns text
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    body text;
begin
    execute format('select message::text from %s where msg_id = $1 and read_ct = $2', worker_table(p_queue_name, 'q'))
    into body
    using p_msg_id, p_read_ct;
    return body;
end
$$;

comment on function worker_body(text, bigint, integer) is
    'The whole body of a message whose lease (msg_id, read_ct) is still held; null when it was lost';
