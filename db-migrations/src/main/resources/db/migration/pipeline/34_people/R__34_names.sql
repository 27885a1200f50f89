-- Names of producers: who bears one, and the key that each is known by, which tells namesakes apart.

create or replace function shown_key(p_producer_id uuid) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    -- What follows the tilde tells namesakes apart.
    select coalesce(p.metadata ->> 'name_key', split_part(coalesce(p.first_key, p.normalized_name), ' ~', 1))
    from producers p
    where p.id = p_producer_id
$$;

comment on function shown_key(uuid) is 'Key of the name under which a producer is shown, without what tells namesakes apart';

create or replace function producers_named(p_name_key text) returns table (owner_id uuid, root_id uuid, own_name boolean)
language sql
stable
rows 2
set search_path = pg_catalog, public, pg_temp
as $$
    select
        p.id,
        coalesce(p.merged_into, p.id),
        true
    from producers p
    where p.first_key = p_name_key
        or (p.first_key is null and p.normalized_name = p_name_key)
    union all
    select
        p.id,
        coalesce(p.merged_into, p.id),
        false
    from producer_aliases a
    join producers p on p.id = a.producer_id
    where a.alias_key = p_name_key
$$;

comment on function producers_named(text) is 'Rows that bear a name, as their own or as an alias, with the rows that stand for them';

create or replace function other_names(p_root uuid) returns table (alias text, alias_key text)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    -- A row that turned out to be this person brings the name for which it was made, as an alias would have.
    select distinct on (n.key collate "C") n.name, n.key
    from (
        select a.alias as name, a.alias_key as key
        from producers p
        join producer_aliases a on a.producer_id = p.id
        where p.id = p_root
            or p.merged_into = p_root
        union all
        select p.name, shown_key(p.id)
        from producers p
        where p.merged_into = p_root
    ) as n
    where n.key <> shown_key(p_root)
    order by n.key collate "C", n.name collate "C"
$$;

comment on function other_names(uuid) is
    'Under which names a producer is known besides the one that is shown, each in one spelling, in the order of their keys';

create or replace function producer_by_name(p_name_key text, p_provider text, p_external_id text) returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select n.owner_id
    from producers_named(p_name_key) n
    join producers r on r.id = n.root_id
    where p_external_id is null
        or not exists (
            select 1
            from producer_identities i
            join producers m on m.id = i.producer_id
            where (m.id = n.root_id or m.merged_into = n.root_id)
                and i.provider = p_provider
                and i.external_id <> p_external_id)
    order by
        n.own_name desc,
        coalesce(r.first_key, r.normalized_name) collate "C"
    limit 1
$$;

comment on function producer_by_name(text, text, text) is
    'The row of that name which the id does not contradict; null when there is none. Names are the last resort';

-- Together they are the key of a namesake, which an index must be able to hold.
create or replace function require_person(p_provider text, p_external_id text, p_name text, p_name_key text) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_provider', p_provider, 50);
    if p_external_id is not null then
        perform require_short_text('p_external_id', p_external_id, 150);
    end if;
    perform require_text('p_name', p_name);
    perform require_short_text('p_name_key', p_name_key, 400);
end
$$;

comment on function require_person(text, text, text, text) is
    'Raises 22023 unless this can be a person as a provider names one; the id may be null';

create or replace function name_producers(p_name_key text) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_ids uuid[];
    v_names text[];
    v_namesakes uuid[] := array(
        select distinct n.root_id
        from producers_named(p_name_key) n
        where shown_key(n.root_id) = p_name_key);
begin
    -- As most are: alone, and named so already.
    if cardinality(v_namesakes) = 1
        and exists (
            select
            from producers p
            where p.id = v_namesakes[1]
                and p.normalized_name = p_name_key)
    then
        return;
    end if;

    -- Several people may be shown under one name. Who is the first of them must not depend on who was found first.
    with namesake as (
        select n.id
        from unnest(v_namesakes) as n (id)
    ),
    ranked as (
        select
            n.id,
            i.provider || ':' || i.external_id as known_as,
            row_number() over (
                order by
                    name_care(i.provider) desc nulls last,
                    i.provider collate "C",
                    id_rank(i.external_id) collate "C",
                    n.id) as place
        from namesake n
        left join lateral (
            select k.provider, k.external_id
            from producers m
            join producer_identities k on k.producer_id = m.id
            where m.id = n.id
                or m.merged_into = n.id
            order by
                name_care(k.provider) desc nulls last,
                k.provider collate "C",
                id_rank(k.external_id) collate "C"
            limit 1
        ) as i on true
    )
    select
        array_agg(r.id order by r.place),
        array_agg(
            case when r.place = 1 then p_name_key else p_name_key || ' ~' || coalesce(r.known_as, r.id::text) end
            order by r.place)
    into v_ids, v_names
    from ranked r
    left join producers p
        on p.id = r.id
    where p.normalized_name is distinct from
        case when r.place = 1 then p_name_key else p_name_key || ' ~' || coalesce(r.known_as, r.id::text) end;

    if v_ids is null then
        return;
    end if;

    -- First everybody lets go of the former key, a merged row and one whose name is another one now included: no two may
    -- have the same one, not even for a moment.
    update producers p
    set
        first_key = coalesce(p.first_key, p.normalized_name),
        normalized_name = split_part(p.normalized_name, ' ~', 1) || ' ~' || p.id
    where p.id = any (v_ids)
        or p.normalized_name = any (v_names);
    update producers p
    set
        first_key = nullif(p.first_key, w.name),
        normalized_name = w.name
    from unnest(v_ids, v_names) as w (id, name)
    where p.id = w.id;
end
$$;

comment on function name_producers(text) is
    'Gives those who are shown under a name their normalized_name: the key itself to the one whose id comes first at the most careful source, the key with what tells them apart to the others';
