-- Rows for the people whom songs name that are settled together.

create or replace function open_people(p_songs jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with named as materialized (
        select n.*
        from named_people(p_songs) n
    ),
    known as materialized (
        select k.place
        from known_people((select jsonb_agg(to_jsonb(n)) from named n)) k
    )
    select coalesce(jsonb_agg(to_jsonb(n) order by n.place), '[]')
    from named n
    where n.place not in (select k.place from known k)
$$;

comment on function open_people(jsonb) is 'Of whom songs name those about whom a source says something new';

create or replace function resolve_people(p_songs jsonb, p_alone boolean)
returns table (provider text, external_id text, name text, name_key text, producer_id uuid)
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    v_open jsonb := open_people(p_songs);
    v_keys text[];
    v_unheard bigint[];
    v_person record;
    v_id uuid;
    v_resolved jsonb := '{}';
begin
    if not p_alone and v_open <> '[]' then
        v_keys := array(
            select unnest(u.keys)
            from unheard_people(v_open) u);
        perform lock_new_people(v_keys);
        -- Others may have made some of them while this waited.
        v_open := open_people(p_songs);
        v_unheard := array(
            select u.place
            from unheard_people(v_open) u
            where u.keys <@ v_keys);
        if exists (
            select
            from jsonb_array_elements(v_open) as p
            where (p -> 'place')::bigint <> all (v_unheard))
        then
            raise exception 'somebody whom these songs name was made, renamed or united meanwhile'
                using errcode = '40001';
        end if;
    end if;

    for v_person in
        select *
        from jsonb_to_recordset(v_open)
            as p (place bigint, provider text, external_id text, name text, name_key text, spellings jsonb)
        order by place
    loop
        perform require_person(v_person.provider, v_person.external_id, v_person.name, v_person.name_key);
        v_id := resolve_person(v_person.provider, v_person.external_id, v_person.name, v_person.name_key);
        perform learn_producer_name(v_id, s.name, s.key, v_person.provider)
        from jsonb_to_recordset(v_person.spellings) as s (name text, key text);
        v_resolved := v_resolved || jsonb_build_object(v_person.place, v_id);
    end loop;

    return query
        with named as materialized (
            select *
            from named_people(p_songs)
        ),
        known as materialized (
            select k.place, k.producer_id
            from known_people((select jsonb_agg(to_jsonb(n)) from named n where not v_resolved ? n.place::text)) k
        )
        select
            n.provider,
            n.external_id,
            n.name,
            n.name_key,
            -- By the id where there is one: whoever had it may have made room for another since.
            coalesce(i.producer_id, (v_resolved ->> n.place::text)::uuid, k.producer_id)
        from named n
        left join lateral (
            select i.producer_id
            from producer_identities i
            where i.provider = n.provider
                and i.external_id = n.external_id
            limit 1
        ) as i on true
        left join known k on k.place = n.place;
end
$$;

comment on function resolve_people(jsonb, boolean) is
    'The rows of all whom songs as settle_songs takes them name, made where there are none. p_alone: whether lock_producers is held, without which a name that somebody bears already raises 40001 unless its source says nothing new';
