-- Whom several songs name that are settled together. Most are known and need nothing, and of most others nobody has heard
-- yet: rows for these are made beside what others do. Only who is renamed or united is everybody's business.

create or replace function named_people(p_songs jsonb)
returns table (place bigint, provider text, external_id text, name text, name_key text, spellings jsonb)
language sql
stable
rows 50
set search_path = pg_catalog, public, pg_temp
as $$
    with claim as (
        select
            row_number() over (order by o.place, a.answer ->> 'source', c.place) as place,
            a.answer ->> 'source' as provider,
            c.claim ->> 'source_person_id' as external_id,
            coalesce(c.claim ->> 'person_name', c.claim ->> 'raw_name') as name,
            c.claim ->> 'name_key' as name_key,
            c.claim
        from jsonb_array_elements(p_songs) with ordinality as o (song, place)
        cross join lateral jsonb_array_elements(o.song -> 'answers') as a (answer)
        cross join lateral jsonb_array_elements(a.answer -> 'claims') with ordinality as c (claim, place)
        where c.claim ->> 'outcome' = 'credited'
    )
    select
        min(c.place),
        c.provider,
        c.external_id,
        c.name,
        c.name_key,
        coalesce(
            jsonb_agg(distinct jsonb_build_object('name', s.name, 'key', s.key)) filter (where s.key is not null),
            '[]')
    from claim c
    -- Only an id proves that two spellings are one person.
    left join lateral (
        select
            c.claim ->> 'raw_name' as name,
            c.claim ->> 'raw_name_key' as key
        where c.claim ->> 'raw_name_key' <> c.name_key
        union all
        select
            e ->> 'name',
            e ->> 'key'
        from jsonb_array_elements(case jsonb_typeof(c.claim -> 'aliases') when 'array' then c.claim -> 'aliases' end) as e
    ) as s on c.external_id is not null
    group by
        c.provider,
        c.external_id,
        c.name,
        c.name_key
$$;

comment on function named_people(jsonb) is
    'Everybody whom songs as settle_songs takes them name: once for each way in which a source names somebody, with what that source shows to be further names, and the place in the order in which they are named first';

create or replace function known_people(p_people jsonb) returns table (place bigint, producer_id uuid)
language sql
stable
rows 50
set search_path = pg_catalog, public, pg_temp
as $$
    with person as (
        select
            x.place,
            x.provider,
            x.name,
            x.name_key,
            x.spellings,
            case
                when x.external_id is null then producer_by_name(x.name_key, x.provider, null)
                else i.producer_id
            end as id
        from jsonb_to_recordset(p_people)
            as x (place bigint, provider text, external_id text, name text, name_key text, spellings jsonb)
        -- Row by row, and so by the indexes: the planner takes JSON for a hundred rows, and would go through the table.
        left join lateral (
            select i.producer_id
            from producer_identities i
            where i.provider = x.provider
                and i.external_id = x.external_id
            limit 1
        ) as i on true
    ),
    spelled as (
        select
            x.place,
            x.name_key,
            x.spellings,
            p.id,
            coalesce(p.merged_into, p.id) as root
        from person x
        cross join lateral (
            select p.id, p.merged_into, p.metadata
            from producers p
            where p.id = x.id
            limit 1
        ) as p
        cross join lateral (
            select
                p.metadata -> 'names' ->> x.provider as name,
                p.metadata -> 'name_keys' ->> x.provider as key
        ) as heard
        where case
            when heard.name = x.name then heard.key = x.name_key
            else heard.key is not null and better_spelling(heard.name, x.name) = heard.name
        end
    )
    select
        s.place,
        s.id
    from spelled s
    where not exists (
        select
        from (
            select s.name_key as key
            union all
            select e ->> 'key'
            from jsonb_array_elements(s.spellings) as e
        ) as k
        where not exists (
                select
                from producers m
                where (m.first_key = k.key or (m.first_key is null and m.normalized_name = k.key))
                    and coalesce(m.merged_into, m.id) = s.root)
            and not exists (
                select
                from producer_aliases a
                join producers m on m.id = a.producer_id
                where a.alias_key = k.key
                    and coalesce(m.merged_into, m.id) = s.root))
$$;

comment on function known_people(jsonb) is
    'Of people as named_people gives them those about whom a source says nothing new, with their rows: resolve_producer would answer the same and change nothing';

create or replace function unheard_people(p_people jsonb) returns table (place bigint, keys text[])
language sql
stable
rows 50
set search_path = pg_catalog, public, pg_temp
as $$
    select
        x.place,
        array(
            select 'name:' || k.key
            from unnest(n.keys) as k (key)
            union all
            select 'id:' || x.provider || ':' || x.external_id
            where x.external_id is not null)
    from jsonb_to_recordset(p_people)
        as x (place bigint, provider text, external_id text, name_key text, spellings jsonb)
    cross join lateral (
        select array[x.name_key] || array(
            select e ->> 'key'
            from jsonb_array_elements(x.spellings) as e) as keys
    ) as n
    where not exists (
            select
            from producer_identities i
            where i.provider = x.provider
                and i.external_id = x.external_id)
        and not exists (
            select
            from producers p
            where p.first_key = any (n.keys)
                or p.normalized_name = any (n.keys))
        and not exists (
            select
            from producer_aliases a
            where a.alias_key = any (n.keys))
$$;

comment on function unheard_people(jsonb) is
    'Of people as named_people gives them those of whose id and names nobody has heard, with the keys to lock while rows for them are made';
