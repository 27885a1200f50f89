-- Under what producers are found.

create or replace function producer_weight(p_track_count bigint) returns smallint
language sql
immutable
as $$
select floor(log(2, p_track_count + 1))::smallint
$$;

comment on function producer_weight(bigint) is 'What producer_names keeps of how much somebody produced';

create or replace function refresh_producer_names(p_producer_ids uuid[]) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if p_producer_ids = '{}' then
        return;
    end if;
    with borne as (
        select p.id as producer_id, p.name
        from producers p
        where p.id = any (p_producer_ids)
        union
        select a.producer_id, a.alias
        from producer_aliases a
        where a.producer_id = any (p_producer_ids)
    ),
    -- Materialized, or the key would be computed anew for every letter of a name.
    keyed as materialized (
        select b.producer_id, name_search_key(b.name) as key
        from borne b
    ),
    -- Somebody remembers a later word, the part after a hyphen, or of a name in a script without spaces the given name
    -- at its end. An endless name must not become endless rows.
    wanted as (
        select k.producer_id, substr(k.key, part.start) as name_key, bool_or(part.start = 1) as whole
        from keyed k
        cross join lateral (
            select start::integer
            from generate_series(1, length(k.key)) as start
            where start = 1
                or substr(k.key, start - 1, 2) collate letters ~ '^[\s[:punct:]][^\s[:punct:]]'
                or substr(k.key, start, 1) ~ '[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]'
            order by start
            limit 12
        ) as part
        group by k.producer_id, substr(k.key, part.start)
    ),
    dropped as (
        delete from producer_names n
        where n.producer_id = any (p_producer_ids)
            and not exists (
                select
                from wanted w
                where w.producer_id = n.producer_id
                    and w.name_key = n.name_key)
    )
    insert into producer_names as n (producer_id, name_key, whole, weight)
    select w.producer_id, w.name_key, w.whole, producer_weight(coalesce(s.track_count, 0))
    from wanted w
    join producers p on p.id = w.producer_id
    left join producer_summaries s
        on s.producer_id = coalesce(p.merged_into, p.id)
        and s.role_group = 'produced'
    on conflict (producer_id, name_key) do update
    set whole = excluded.whole
    where n.whole <> excluded.whole;
end
$$;

comment on function refresh_producer_names(uuid[]) is
    'Computes anew under what these producers are found';
