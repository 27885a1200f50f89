-- Rows for the people whom songs name that are settled together.

create or replace function known_by_place(p_people jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(jsonb_object_agg(k.place, k.producer_id), '{}')
    from known_people(p_people) k
$$;

comment on function known_by_place(jsonb) is 'known_people as an object: the rows by place';

create or replace function people_left(p_people jsonb, p_places jsonb) returns jsonb
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(jsonb_agg(p.person order by p.number), '[]')
    from jsonb_array_elements(p_people) with ordinality as p (person, number)
    where not p_places ? (p.person ->> 'place')
$$;

comment on function people_left(jsonb, jsonb) is 'Of people as named_people gives them those whose places are no keys of p_places';

create or replace function unheard_keys(p_people jsonb) returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with unheard as materialized (
        select u.keys
        from unheard_people(p_people) u
    )
    select case
        when (select count(*) from unheard) = jsonb_array_length(p_people)
        then array(
            select unnest(u.keys)
            from unheard u)
    end
$$;

comment on function unheard_keys(jsonb) is
    'The keys to lock while rows are made for these people; null when somebody has heard of one of them';

create or replace function resolve_people(p_songs jsonb, p_alone boolean)
returns table (provider text, external_id text, name text, name_key text, producer_id uuid)
language plpgsql
rows 50
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    v_named jsonb := (
        select coalesce(jsonb_agg(to_jsonb(n) order by n.place), '[]')
        from named_people(p_songs) n);
    v_known jsonb := known_by_place(v_named);
    v_open jsonb := people_left(v_named, v_known);
    v_keys text[];
    v_person record;
    v_id uuid;
    v_resolved jsonb := '{}';
begin
    if not p_alone and v_open <> '[]' then
        v_keys := unheard_keys(v_open);
        if v_keys is not null then
            perform lock_new_people(v_keys);
            -- Others may have made some of them while this waited.
            v_known := known_by_place(v_named);
            v_open := people_left(v_named, v_known);
        end if;
        if not coalesce(unheard_keys(v_open) <@ v_keys, false) then
            raise exception 'a source says something new about somebody who is known'
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
    if v_resolved <> '{}' then
        -- What was learned of these may have changed whom a name means.
        v_known := known_by_place(people_left(v_named, v_resolved));
    end if;

    return query
        select
            n.provider,
            n.external_id,
            n.name,
            n.name_key,
            -- By the id where there is one: whoever had it may have made room for another since.
            coalesce(
                (
                    select i.producer_id
                    from producer_identities i
                    where i.provider = n.provider
                        and i.external_id = n.external_id
                ),
                (v_resolved ->> n.place::text)::uuid,
                (v_known ->> n.place::text)::uuid)
        from jsonb_to_recordset(v_named)
            as n (place bigint, provider text, external_id text, name text, name_key text);
end
$$;

comment on function resolve_people(jsonb, boolean) is
    'The rows of all whom songs as settle_songs takes them name, made where there are none. p_alone: whether lock_producers is held, without which a name that somebody bears already raises 40001 unless its source says nothing new';
