-- Which name, and which spelling of it, is shown. It must not depend on which was heard first.

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
security definer
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
security definer
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
