-- Messages that may kill their worker. A lease that ended without a word from its holder was in the hands of a process that
-- died, or that lost the database for too long. Whatever else that process held looks the same. So such a message is
-- handled with nothing beside it the next time (header alone says by whom), and what happens then is its own doing: if it
-- comes to an end, its deaths are forgotten, and if the process dies, they are counted (header deaths).

-- A heartbeat comes with every third of a lease, so after half of it the process is gone. If workers of several other queues
-- fell silent in the same moment, it was no message that did it: the power failed, the database was away, or somebody stopped
-- the whole fleet. Those of the same queue prove nothing, because each may have met a message of this kind, and those of
-- one other may have met one of their own.
create or replace function worker_died_by_itself(p_queue_name text, p_worker_id text) returns boolean
language sql
volatile
set search_path = pg_catalog, public, pg_temp
as $$
select exists (
    select
    from public.worker_heartbeats h
    where h.queue_name = ascii_lower(p_queue_name)
        and h.worker_id = p_worker_id
        and h.last_seen_at < clock_timestamp() - h.lease / 2
        and 2 > (
            select count(distinct o.queue_name)
            from public.worker_heartbeats o
            where o.queue_name <> h.queue_name
                and o.worker_id <> h.worker_id
                and o.last_seen_at between h.last_seen_at - h.lease / 2 and h.last_seen_at + h.lease / 2
                and o.last_seen_at < clock_timestamp() - o.lease / 2))
$$;

comment on function worker_died_by_itself(text, text) is
    'Whether a worker fell silent without taking its leave, and workers of at most one other queue together with it';

create or replace function worker_note_death(p_queue_name text, p_headers jsonb, p_read_ct integer) returns jsonb
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    headers jsonb := worker_headers(p_headers);
    deaths integer := death_count(headers);
begin
    if deaths = 0 then
        deaths := 1;
    elsif headers #> '{alone,readCount}' = to_jsonb(p_read_ct)
        and jsonb_typeof(headers #> '{alone,worker}') = 'string'
        and worker_died_by_itself(p_queue_name, headers #>> '{alone,worker}')
    then
        deaths := deaths + 1;
    end if;
    return headers || jsonb_build_object('deaths', deaths);
end
$$;

comment on function worker_note_death(text, jsonb, integer) is
    'The headers of a message whose last lease (read_ct) ended without a word. The first such end counts whatever it was, each further one only if the message was handled alone and its process died';

create or replace function worker_alone(p_queue_name text, p_msg_id bigint, p_read_ct integer, p_worker_id text)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    noted integer;
begin
    perform require_short_text('p_worker_id', p_worker_id, 200);
    execute format($alone$
        update %s q
        set headers = worker_headers(q.headers)
            || jsonb_build_object('alone', jsonb_build_object('worker', $3, 'readCount', q.read_ct))
        where q.msg_id = $1
          and q.read_ct = $2
        $alone$,
        worker_table(p_queue_name, 'q'))
    using p_msg_id, p_read_ct, p_worker_id;
    get diagnostics noted = row_count;
    return noted > 0;
end
$$;

comment on function worker_alone(text, bigint, integer, text) is
    'Notes that a worker handles a message with nothing beside it; false when the lease was lost';

create or replace function worker_outlived(p_headers jsonb, p_read_ct integer) returns jsonb
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select case
    when p_headers #> '{alone,readCount}' = to_jsonb(p_read_ct) then public.worker_headers(p_headers) - array['alone', 'deaths']
    else public.worker_headers(p_headers)
end
$$;

comment on function worker_outlived(jsonb, integer) is
    'The headers of a message whose worker lived to put it back: handled alone, it is cleared of the deaths it was there at';
