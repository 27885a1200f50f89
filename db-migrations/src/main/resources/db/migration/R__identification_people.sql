-- Who is meant: identity first, then names. Rows are never moved when people turn out to be one: a merged row points at
-- the row that stays and keeps its own ids, names and evidence, so that a merge can be undone without a trace.

create or replace function lock_producers() returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    -- Two songs that name the same new producer at once would make two rows; a name learnt by one can also concern rows
    -- of the other. One lock for all keeps the order the same everywhere, so that nobody waits in a circle.
    select pg_advisory_xact_lock(hashtextextended('producer-discovery:producers', 1))
$$;

comment on function lock_producers() is
    'Makes changes to the set of producers one after another until the transaction ends; take it before any song row';

create or replace function require_producer(p_name text, p_producer_id uuid) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
begin
    select coalesce(p.merged_into, p.id)
    into v_root
    from producers p
    where p.id = p_producer_id;
    if v_root is null then
        perform raise_unknown(p_name, 'producer', p_producer_id::text);
    end if;
    return v_root;
end
$$;

comment on function require_producer(text, uuid) is
    'The row that stands for a producer; an unknown one raises P0002 naming the argument';

create or replace function producer_root(p_producer_id uuid) returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select require_producer('p_producer_id', p_producer_id)
$$;

comment on function producer_root(uuid) is 'The row that stands for this producer: itself, or what it was merged into';

create or replace function producers_may_be_one(p_one uuid, p_other uuid) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select
        not exists (
            select 1
            from producer_identities a
            join producers pa on pa.id = a.producer_id
            join producer_identities b on b.provider = a.provider and b.external_id <> a.external_id
            join producers pb on pb.id = b.producer_id
            where (pa.id = p_one or pa.merged_into = p_one)
                and (pb.id = p_other or pb.merged_into = p_other))
        and not exists (
            select 1
            from corrections c
            join producers s on s.id = c.subject
            join producers o on o.id = c.object
            where c.kind = 'distinct'
                and c.reverted_at is null
                and (p_one, p_other) in (
                    (coalesce(s.merged_into, s.id), coalesce(o.merged_into, o.id)),
                    (coalesce(o.merged_into, o.id), coalesce(s.merged_into, s.id))))
$$;

comment on function producers_may_be_one(uuid, uuid) is
    'False when two roots have different ids at one provider, or when somebody said that they are not the same person';

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
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_ids uuid[];
    v_names text[];
begin
    -- Several people may be shown under one name. Who is the first of them must not depend on who was found first.
    with namesake as (
        select distinct n.root_id as id
        from producers_named(p_name_key) n
        where shown_key(n.root_id) = p_name_key
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

create or replace function create_producer(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_id uuid := gen_random_uuid();
    v_metadata jsonb := jsonb_build_object('name_from', p_provider, 'name_key', p_name_key);
    v_key text := p_name_key;
    v_namesake boolean;
begin
    perform require_person(p_provider, p_external_id, p_name, p_name_key);
    v_namesake := exists (select from producers_named(p_name_key) n where n.own_name);
    if v_namesake then
        -- A namesake has the plain key. The id makes this one's key distinct, and the same in every run.
        v_key := p_name_key || ' ~' || p_provider || ':' || coalesce(p_external_id, v_id::text);
    end if;
    if exists (select from producers p where p.normalized_name = v_key) then
        insert into producers (id, name, first_key, normalized_name, metadata)
        values (v_id, p_name, v_key, v_key || ' ~' || v_id, v_metadata);
    else
        insert into producers (id, name, normalized_name, metadata)
        values (v_id, p_name, v_key, v_metadata);
    end if;
    if v_namesake then
        insert into producer_aliases (producer_id, alias, alias_key, source)
        values (v_id, p_name, p_name_key, p_provider);
    end if;
    perform name_producers(p_name_key);
    return v_id;
end
$$;

comment on function create_producer(text, text, text, text) is
    'A new row, also where a namesake exists; for resolve_producer, which has looked before';

create or replace function merge_rows(p_keep uuid, p_merge uuid, p_by text, p_reason text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_correction uuid;
begin
    perform require_producer('p_keep', p_keep);
    perform require_producer('p_merge', p_merge);
    perform require_text('p_by', p_by);
    insert into corrections (kind, subject, object, "by", reason)
    values ('merge', p_merge, p_keep, p_by, p_reason)
    returning id into v_correction;
    update producers
    set merged_into = p_keep
    where id = p_merge
        or merged_into = p_merge;
    perform show_best_name(p_keep);
    perform name_producers(shown_key(p_merge));
    perform apply_producer_credits(p_keep);
    return v_correction;
end
$$;

comment on function merge_rows(uuid, uuid, text, text) is
    'Points one root and all that was merged into it at another root, and brings the credits of their songs up to date';

create or replace function unite_producers(p_one uuid, p_other uuid, p_reason text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_keep uuid;
begin
    if not producers_may_be_one(p_one, p_other) then
        return p_one;
    end if;
    -- The choice must not depend on which song was looked at first.
    select p.id
    into v_keep
    from producers p
    where p.id in (p_one, p_other)
    order by
        exists (select 1 from producer_identities i where i.producer_id = p.id and i.provider = 'musicbrainz') desc,
        coalesce(p.first_key, p.normalized_name) collate "C"
    limit 1;
    perform merge_rows(v_keep, case when v_keep = p_one then p_other else p_one end, 'identification', p_reason);
    return v_keep;
end
$$;

comment on function unite_producers(uuid, uuid, text) is
    'Merges two roots that a source shows to be one person, unless ids or a correction speak against it; returns the row that stands for the first afterwards';

create or replace function unite_namesakes(p_root uuid, p_name_key text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid := p_root;
    v_other uuid;
begin
    for v_other in
        select distinct n.root_id
        from producers_named(p_name_key) n
        where n.root_id <> p_root
        order by n.root_id
    loop
        v_root := unite_producers(v_root, v_other, format('both are known as %L and no id speaks against it', p_name_key));
    end loop;
end
$$;

comment on function unite_namesakes(uuid, text) is
    'Merges rows that bear a name just learnt for a producer: had the name been known before, they would have been one from the start';

create or replace function learn_producer_name(p_producer_id uuid, p_name text, p_name_key text, p_source text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid := producer_root(p_producer_id);
begin
    perform require_text('p_name', p_name);
    perform require_short_text('p_name_key', p_name_key, 400);
    perform require_text('p_source', p_source);
    if exists (select 1 from producers_named(p_name_key) n where n.root_id = v_root) then
        return;
    end if;
    insert into producer_aliases (producer_id, alias, alias_key, source)
    values (p_producer_id, p_name, p_name_key, p_source)
    on conflict (producer_id, alias_key) do nothing;
    perform unite_namesakes(v_root, p_name_key);
end
$$;

comment on function learn_producer_name(uuid, text, text, text) is
    'Adds an alias that a source gives for a producer; does nothing when the name is known for it';

create or replace function name_care(p_source text) returns integer
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    -- What a song's title says of its makers is the least careful.
    select case
        when p_source = 'title' then 0
        else (
            select p.name_care
            from providers p
            where p.name = p_source)
    end
$$;

comment on function name_care(text) is
    'How carefully a source writes names, the more the higher; null for whatever is no source of credits, such as a person';

create or replace function better_spelling(p_one text, p_other text) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
    -- One title has "JO MARSH", the next "Jo Marsh" or "J. Marsh". The choice must not depend on which came first.
    select n
    from unnest(array[p_one, p_other]) as n
    where n is not null
    order by
        in_one_case(n),
        length(n) desc,
        n collate "C"
    limit 1
$$;

comment on function better_spelling(text, text) is
    'Of two spellings of a name the one to show, whatever their order; the other one when one is null';

create or replace function show_best_name(p_root uuid) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_before producers;
    v_key_before text := shown_key(p_root);
    v_key text;
begin
    select p.*
    into v_before
    from producers p
    where p.id = p_root;

    -- Rows that a person merged into this one do not rename it: that person chose which name stays.
    with recursive part as (
        select p_root as id
        union
        select c.subject
        from corrections c
        join part on part.id = c.object
        where c.kind = 'merge'
            and c."by" = 'identification'
            and c.reverted_at is null
    ),
    best as (
        select
            n.source,
            n.name,
            coalesce(
                p.metadata -> 'name_keys' ->> n.source,
                split_part(coalesce(p.first_key, p.normalized_name), ' ~', 1)) as key
        from part
        join producers p on p.id = part.id
        cross join lateral jsonb_each_text(
            coalesce(p.metadata -> 'names', jsonb_build_object(p.metadata ->> 'name_from', p.name))) as n (source, name)
        where name_care(n.source) is not null
        order by
            name_care(n.source) desc,
            in_one_case(n.name),
            length(n.name) desc,
            n.name collate "C"
        limit 1
    )
    update producers p
    set
        name = best.name,
        metadata = p.metadata || jsonb_build_object('name_from', best.source, 'name_key', best.key)
    from best
    where p.id = p_root
        and name_care(p.metadata ->> 'name_from') is not null
        and (p.name, p.metadata ->> 'name_from', p.metadata ->> 'name_key')
            is distinct from (best.name, best.source, best.key);

    v_key := shown_key(p_root);
    if v_key <> v_key_before then
        -- The name so far is one of the person's other names from now on, as it would be had it come later.
        insert into producer_aliases (producer_id, alias, alias_key, source)
        select p.id, v_before.name, v_key_before, v_before.metadata ->> 'name_from'
        from producers p
        where p.id = p_root
            and p.name <> v_before.name
        on conflict (producer_id, alias_key) do nothing;
        perform name_producers(v_key_before);
    end if;
    perform name_producers(v_key);
end
$$;

comment on function show_best_name(uuid) is
    'Shows a producer under the spelling of the most careful source, among all rows that identification found to be this person; a name that a person gave stays';

create or replace function prefer_producer_name(p_producer_id uuid, p_name text, p_name_key text, p_source text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_name', p_name);
    perform require_short_text('p_name_key', p_name_key, 400);
    perform require_text('p_source', p_source);
    -- Each source's spelling is kept, so that the best can be told whichever source was asked first.
    update producers p
    set metadata = p.metadata || jsonb_build_object(
        'names', heard.names || jsonb_build_object(p_source, better_spelling(heard.names ->> p_source, p_name)),
        'name_keys', coalesce(p.metadata -> 'name_keys', '{}') || jsonb_build_object(p_source, heard.key))
    from (
        select
            q.id,
            q.names,
            case
                when better_spelling(q.names ->> p_source, p_name) = p_name then p_name_key
                else coalesce(q.keys ->> p_source, q.first_key)
            end as key
        from (
            select
                r.id,
                coalesce(
                    r.metadata -> 'names',
                    jsonb_build_object(coalesce(r.metadata ->> 'name_from', 'unknown'), r.name)) as names,
                r.metadata -> 'name_keys' as keys,
                split_part(coalesce(r.first_key, r.normalized_name), ' ~', 1) as first_key
            from producers r
            where r.id = p_producer_id
        ) as q
    ) as heard
    where p.id = heard.id
        and (heard.names ->> p_source, p.metadata -> 'name_keys' ->> p_source)
            is distinct from (better_spelling(heard.names ->> p_source, p_name), heard.key);
    if found then
        perform show_best_name(producer_root(p_producer_id));
    end if;
end
$$;

comment on function prefer_producer_name(uuid, text, text, text) is
    'Remembers how a source spells the name of a row, and shows the person under the spelling of the most careful source';

create or replace function id_rank(p_external_id text) returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
    -- Where a provider counts its entries, the older one is more often the person's main one.
    select case when p_external_id ~ '^[0-9]{1,18}$' then lpad(p_external_id, 18, '0') else p_external_id end
$$;

comment on function id_rank(text) is 'By what ids of one provider are compared, byte by byte, to tell which comes first';

create or replace function id_comes_first(p_one text, p_other text) returns boolean
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
    select id_rank(p_one) collate "C" < id_rank(p_other) collate "C"
$$;

comment on function id_comes_first(text, text) is
    'Which of two people of one name at a provider is taken for the one whom other sources mean';

create or replace function give_way(p_provider text, p_external_id text, p_name_key text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_row uuid;
    v_name text;
    v_holder text;
    v_new uuid;
begin
    select p.id, p.name, i.external_id
    into v_row, v_name, v_holder
    from producers p
    join producer_identities i on i.producer_id = p.id and i.provider = p_provider
    where p.id in (select n.owner_id from producers_named(p_name_key) n where n.own_name)
        and id_comes_first(p_external_id, i.external_id)
        -- What a person said was said of the one who is there.
        and not exists (
            select
            from corrections c
            where p.id in (c.subject, c.object)
                and c."by" <> 'identification'
                and c.reverted_at is null)
    limit 1;
    if v_row is null then
        return null;
    end if;
    v_new := create_producer(p_provider, v_holder, v_name, p_name_key);
    update producer_identities
    set producer_id = v_new
    where provider = p_provider
        and external_id = v_holder;
    update credit_evidence
    set producer_id = v_new
    where source = p_provider
        and source_person_id = v_holder;
    insert into producer_identities (producer_id, provider, external_id)
    values (v_row, p_provider, p_external_id);
    perform unite_namesakes(v_new, p_name_key);
    perform name_producers(p_name_key);
    perform apply_producer_credits(v_new);
    perform apply_producer_credits(producer_root(v_row));
    return v_row;
end
$$;

comment on function give_way(text, text, text) is
    'Of two people of one name at a provider the one whose id comes first gets the row in which other sources'' ids of that name are, whoever was found first: returns that row, or null when nobody has to make room';

create or replace function resolve_producer(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_id uuid;
    v_known boolean := false;
begin
    perform require_person(p_provider, p_external_id, p_name, p_name_key);
    perform lock_producers();

    select i.producer_id
    into v_id
    from producer_identities i
    where i.provider = p_provider
        and i.external_id = p_external_id;
    if v_id is null and p_external_id is not null then
        v_id := give_way(p_provider, p_external_id, p_name_key);
    end if;
    v_known := v_id is not null;
    if v_id is null then
        v_id := producer_by_name(p_name_key, p_provider, p_external_id);
    end if;
    if v_id is null then
        v_id := create_producer(p_provider, p_external_id, p_name, p_name_key);
    end if;
    if not v_known and p_external_id is not null then
        insert into producer_identities (producer_id, provider, external_id)
        values (v_id, p_provider, p_external_id);
    end if;

    if (
        select split_part(coalesce(p.first_key, p.normalized_name), ' ~', 1) <> p_name_key
        from producers p
        where p.id = v_id)
    then
        perform learn_producer_name(v_id, p_name, p_name_key, p_provider);
    end if;
    perform prefer_producer_name(v_id, p_name, p_name_key, p_provider);
    if not v_known then
        perform name_producers(shown_key(producer_root(v_id)));
    end if;
    return v_id;
end
$$;

comment on function resolve_producer(text, text, text, text) is
    'The row for a person that a source names, made where there is none: by id at the provider (null where it has none), else by name or alias that no id contradicts. May be a merged row; producer_root leads on';

create or replace function link_producer_identity(p_producer_id uuid, p_provider text, p_external_id text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
    v_owner uuid;
begin
    perform require_short_text('p_provider', p_provider, 50);
    perform require_short_text('p_external_id', p_external_id, 150);
    perform lock_producers();
    v_root := producer_root(p_producer_id);
    select coalesce(p.merged_into, p.id)
    into v_owner
    from producer_identities i
    join producers p on p.id = i.producer_id
    where i.provider = p_provider
        and i.external_id = p_external_id;
    if v_owner is null then
        insert into producer_identities (producer_id, provider, external_id)
        values (p_producer_id, p_provider, p_external_id);
        perform name_producers(shown_key(v_root));
    elsif v_owner <> v_root then
        perform unite_producers(v_root, v_owner, format('both are %s %s', p_provider, p_external_id));
    end if;
    return producer_root(p_producer_id);
end
$$;

comment on function link_producer_identity(uuid, text, text) is
    'Records who a producer is at a provider; when another row is that already, the two are one person and are merged, unless other ids or a correction speak against it. Returns the row that stands for the producer afterwards';

create or replace function link_producer_alias(p_producer_id uuid, p_alias text, p_alias_key text, p_source text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_alias', p_alias);
    perform require_short_text('p_alias_key', p_alias_key, 400);
    perform require_text('p_source', p_source);
    perform lock_producers();
    perform learn_producer_name(p_producer_id, p_alias, p_alias_key, p_source);
    return producer_root(p_producer_id);
end
$$;

comment on function link_producer_alias(uuid, text, text, text) is
    'Records a further name of a producer, with what follows for rows of that name. Returns the row that stands for the producer afterwards';

revoke all on function
    lock_producers(),
    require_producer(text, uuid),
    producer_root(uuid),
    producers_may_be_one(uuid, uuid),
    shown_key(uuid),
    producers_named(text),
    other_names(uuid),
    name_producers(text),
    producer_by_name(text, text, text),
    require_person(text, text, text, text),
    create_producer(text, text, text, text),
    merge_rows(uuid, uuid, text, text),
    unite_producers(uuid, uuid, text),
    unite_namesakes(uuid, text),
    learn_producer_name(uuid, text, text, text),
    name_care(text),
    better_spelling(text, text),
    show_best_name(uuid),
    prefer_producer_name(uuid, text, text, text),
    id_rank(text),
    id_comes_first(text, text),
    give_way(text, text, text),
    resolve_producer(text, text, text, text),
    link_producer_identity(uuid, text, text),
    link_producer_alias(uuid, text, text, text)
from public;

grant execute on function
    lock_producers(),
    require_producer(text, uuid),
    producer_root(uuid),
    producers_may_be_one(uuid, uuid),
    shown_key(uuid),
    producers_named(text),
    other_names(uuid),
    name_producers(text),
    producer_by_name(text, text, text),
    require_person(text, text, text, text),
    create_producer(text, text, text, text),
    merge_rows(uuid, uuid, text, text),
    unite_producers(uuid, uuid, text),
    unite_namesakes(uuid, text),
    learn_producer_name(uuid, text, text, text),
    name_care(text),
    better_spelling(text, text),
    show_best_name(uuid),
    prefer_producer_name(uuid, text, text, text),
    id_rank(text),
    id_comes_first(text, text),
    give_way(text, text, text),
    resolve_producer(text, text, text, text),
    link_producer_identity(uuid, text, text),
    link_producer_alias(uuid, text, text, text)
to pipeline_worker;

-- Without rights on the tables behind it, a reader could only ever be refused by it.
revoke execute on function producer_root(uuid) from pipeline_reader;
