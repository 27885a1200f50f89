-- What belongs to one run, by the _correlationId of its messages, and what waits for a budget.

-- What it returns has changed since it was released.
drop function if exists run_stage(text, uuid);

create function run_stage(p_queue_name text, p_correlation_id uuid)
returns table (
    pending bigint,
    in_flight bigint,
    active bigint,
    done bigint,
    dead bigint,
    last_done timestamptz
)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- "message ? ..." repeats the condition of the partial indexes, without which they would not be used.
    return query execute format(
        'select
            waiting.pending,
            waiting.in_flight,
            waiting.active,
            finished.done,
            failed.dead,
            greatest(finished.last_done, failed.last_dead)
        from
            (
                select
                    count(*) filter (where not leased) as pending,
                    count(*) filter (where leased) as in_flight,
                    count(*) filter (where leased or due) as active
                from (
                    select
                        q.read_ct > 0
                            and q.vt > clock_timestamp()
                            and not is_delayed(q.headers, q.vt) as leased,
                        q.vt <= clock_timestamp() as due
                    from %s as q
                    where q.message ? ''_correlationId''
                        and q.message ->> ''_correlationId'' = $1
                ) as each
            ) as waiting,
            (
                select count(*) as done, max(a.archived_at) as last_done
                from %s as a
                where a.message ? ''_correlationId''
                    and a.message ->> ''_correlationId'' = $1
            ) as finished,
            (
                select count(*) as dead, max(d.enqueued_at) as last_dead
                from %s as d
                where d.message ? ''_correlationId''
                    and d.message ->> ''_correlationId'' = $1
            ) as failed',
        get_queue_table_name_safe(p_queue_name),
        queue_archive_table(p_queue_name),
        get_queue_table_name_safe(dead_letter_queue_of(p_queue_name)))
    using p_correlation_id::text;
end
$$;

comment on function run_stage(text, uuid) is
    'A run''s messages in one stage, by what became of them; active are those in hand and those that can be taken now';

create or replace function budget_waits()
returns table (
    provider text,
    bucket text,
    queue_name text,
    correlation_id uuid,
    messages bigint,
    until timestamptz
)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    park record;
begin
    for park in
        select p.provider, p.bucket, p.queue_name, p.parked_until
        from stage_parks() as p
        where p.required
            and queue_exists(p.queue_name)
    loop
        return query execute format(
            'select $1, $2, $3, run.id, sum(said.messages)::bigint, $4
            from
                (
                    select q.message ->> ''_correlationId'' as run, count(*) as messages
                    from %s as q
                    group by q.message ->> ''_correlationId''
                ) as said,
                -- Anybody may send anything: what is no id is no run.
                lateral (
                    select case
                        when said.run ~ $5 then said.run::uuid
                    end as id
                ) as run
            group by run.id',
            get_queue_table_name_safe(park.queue_name))
        using
            park.provider,
            park.bucket,
            park.queue_name,
            park.parked_until,
            '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';
    end loop;
    return query
        select w.provider, w.bucket, p.queue_name, w.correlation_id, n.pending, w.until
        from run_waits w
        cross join lateral run_parks(w.correlation_id) as p
        cross join lateral run_stage(p.queue_name, w.correlation_id) as n
        where p.provider = w.provider
            and p.bucket = w.bucket
            and n.pending > 0
            -- Counted above, with all the others.
            and not exists (
                select
                from stage_parks(p.queue_name) as s
                where s.required
                    and s.provider = w.provider
                    and s.bucket in ('*', w.bucket)
            );
end
$$;

comment on function budget_waits() is
    'What waits for a budget: by provider, bucket, stage and run (null for messages of none) how many messages wait, and until when. For all runs where the bucket is parked, else for those that have had their share';
