-- Keeping producer_names and producer_summaries current: triggers note which producers a statement concerns, and the two
-- refresh functions compute those anew. Nothing is added to what was counted before, so nothing can drift.

create or replace function role_groups(p_role text) returns text[]
language sql
immutable
as $$
select case
    when p_role in ('producer', 'co-producer', 'additional') then array['any', 'produced', p_role]
    else array['any', p_role]
end
$$;

comment on function role_groups(text) is 'The groups of producer_summaries in which a credit of this role counts';

create or replace function name_search_key(p_name text) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select btrim(regexp_replace(search_key(p_name), '\s+', ' ', 'g'))
$$;

comment on function name_search_key(text) is
    'How names and what is typed to find them are compared: without accents, case and superfluous white space';

create or replace function refresh_producer_names(p_producer_ids uuid[]) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    with borne as (
        select p.id as producer_id, p.name
        from producers p
        where p.id = any (p_producer_ids)
        union
        select a.producer_id, a.alias
        from producer_aliases a
        where a.producer_id = any (p_producer_ids)
    ),
    worded as (
        select b.producer_id, string_to_array(name_search_key(b.name), ' ') as words
        from borne b
    ),
    -- Somebody remembers one of the first words; an endless name must not become endless rows.
    wanted as (
        select w.producer_id, left(array_to_string(w.words[start:], ' '), 200) as name_key, bool_or(start = 1) as whole
        from worded w
        cross join lateral generate_series(1, least(cardinality(w.words), 8)) as start
        group by w.producer_id, left(array_to_string(w.words[start:], ' '), 200)
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

create or replace function producer_weight(p_track_count bigint) returns smallint
language sql
immutable
as $$
select floor(log(2, p_track_count + 1))::smallint
$$;

comment on function producer_weight(bigint) is 'What producer_names keeps of how much somebody produced';

create or replace function refresh_producer_summaries(p_producer_ids uuid[]) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    concerned uuid[];
    -- Everybody's own row and those merged into it. Arrays, because the planner knows how long they are and goes by the
    -- indexes; a join over merged_into would read every credit there is.
    people uuid[];
    members uuid[];
begin
    concerned := array(
        select unnest(array[p.id, p.merged_into])
        from producers p
        where p.id = any (p_producer_ids));
    -- Two sessions that add credits to one person come one after the other from here on, and the second one counts the
    -- first one's too. Always in the order of the ids, or they could wait for each other.
    perform
    from producers p
    where p.id = any (concerned)
    order by p.id
    for no key update;

    people := array(
        select p.id
        from producers p
        where p.id = any (concerned)
            and p.merged_into is null);
    members := people || array(
        select p.id
        from producers p
        where p.merged_into = any (people));

    with credited as (
        select
            c.producer_id,
            role_group,
            count(distinct c.song_id) as songs,
            count(distinct c.track_id) as tracks,
            count(distinct c.artist_id) as artists,
            round(avg(c.popularity), 1) as popularity,
            round(avg(c.confidence)::numeric, 3) as confidence,
            array_agg(distinct c.role) as roles,
            array_agg(distinct c.source) as sources,
            array_agg(distinct case when c.verification like '% sources' then 'several sources' else c.verification end)
                as verifications
        from catalog_credits c
        cross join lateral unnest(role_groups(c.role)) as role_group
        where c.credited_as = any (members)
        group by c.producer_id, role_group
    ),
    claimed as (
        select coalesce(p.merged_into, p.id) as producer_id, role_group, array_agg(distinct e.source) as sources
        from credit_evidence e
        join producers p on p.id = e.producer_id
        cross join lateral unnest(role_groups(e.role)) as role_group
        where e.producer_id = any (members)
        group by coalesce(p.merged_into, p.id), role_group
    ),
    wanted as (
        select
            p.id as producer_id,
            groups.role_group,
            coalesce(c.songs, 0) as song_count,
            coalesce(c.tracks, 0) as track_count,
            coalesce(c.artists, 0) as artist_count,
            c.popularity as avg_track_popularity,
            c.confidence,
            coalesce(c.roles, '{}') as roles,
            array(
                select unnest(c.sources)
                union
                select unnest(e.sources)
                order by 1
            ) as sources,
            coalesce(c.verifications, '{}') as verifications,
            left(name_search_key(p.name), 200) as name_key,
            p.email is not null or p.instagram_handle is not null as has_contact
        from (
            select c.producer_id, c.role_group
            from credited c
            union
            select person, 'produced'
            from unnest(people) as person
        ) as groups
        join producers p on p.id = groups.producer_id
        left join credited c on c.producer_id = groups.producer_id and c.role_group = groups.role_group
        left join claimed e on e.producer_id = groups.producer_id and e.role_group = groups.role_group
    ),
    dropped as (
        delete from producer_summaries s
        where s.producer_id = any (concerned)
            and not exists (
                select
                from wanted w
                where w.producer_id = s.producer_id
                    and w.role_group = s.role_group)
    )
    insert into producer_summaries as s (
        producer_id, role_group, song_count, track_count, artist_count, avg_track_popularity, confidence, roles,
        sources, verifications, name_key, has_contact)
    select
        producer_id, role_group, song_count, track_count, artist_count, avg_track_popularity, confidence, roles,
        sources, verifications, name_key, has_contact
    from wanted
    on conflict (producer_id, role_group) do update
    set song_count = excluded.song_count,
        track_count = excluded.track_count,
        artist_count = excluded.artist_count,
        avg_track_popularity = excluded.avg_track_popularity,
        confidence = excluded.confidence,
        roles = excluded.roles,
        sources = excluded.sources,
        verifications = excluded.verifications,
        name_key = excluded.name_key,
        has_contact = excluded.has_contact
    where s is distinct from excluded;

    update producer_names n
    set weight = producer_weight(s.track_count)
    from producers p
    join producer_summaries s on s.producer_id = coalesce(p.merged_into, p.id) and s.role_group = 'produced'
    where p.id = any (members)
        and n.producer_id = p.id
        and n.weight <> producer_weight(s.track_count);
end
$$;

comment on function refresh_producer_summaries(uuid[]) is
    'Adds up anew the credits of these producers and of those they were merged into';

create or replace function summarise_changed_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    named uuid[];
    counted uuid[];
begin
    if tg_op = 'INSERT' then
        named := array(select n.id from changed_rows n);
        counted := named;
    else
        named := array(
            select n.id
            from changed_rows n
            join former_rows o on o.id = n.id
            where n.name <> o.name);
        counted := array(
            select unnest(array[n.id, o.merged_into, n.merged_into])
            from changed_rows n
            join former_rows o on o.id = n.id
            where (n.name, n.merged_into, n.email, n.instagram_handle)
                is distinct from (o.name, o.merged_into, o.email, o.instagram_handle));
    end if;
    -- The counts first: the names take their weight from them.
    if counted <> '{}' then
        perform refresh_producer_summaries(counted);
    end if;
    if named <> '{}' then
        perform refresh_producer_names(named);
    end if;
    return null;
end
$$;

comment on function summarise_changed_producers() is
    'Trigger function of producers: computes names and summaries of those that a statement made, renamed, merged or gave a contact';

create or replace trigger producers_inserted after insert on producers
    referencing new table as changed_rows
    for each statement execute function summarise_changed_producers();
create or replace trigger producers_changed after update on producers
    referencing old table as former_rows new table as changed_rows
    for each statement execute function summarise_changed_producers();

create or replace function summarise_changed_aliases() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    named uuid[] := array(select distinct n.producer_id from changed_rows n);
begin
    if named <> '{}' then
        perform refresh_producer_names(named);
    end if;
    return null;
end
$$;

comment on function summarise_changed_aliases() is
    'Trigger function of producer_aliases: computes the names of the producers whose aliases a statement changed';

create or replace trigger producer_aliases_inserted after insert on producer_aliases
    referencing new table as changed_rows
    for each statement execute function summarise_changed_aliases();
create or replace trigger producer_aliases_changed after update on producer_aliases
    referencing new table as changed_rows
    for each statement execute function summarise_changed_aliases();
create or replace trigger producer_aliases_deleted after delete on producer_aliases
    referencing old table as changed_rows
    for each statement execute function summarise_changed_aliases();

create or replace function summarise_changed_credits() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    counted uuid[] := array(select distinct n.producer_id from changed_rows n);
begin
    if tg_op = 'UPDATE' then
        counted := counted || array(select distinct o.producer_id from former_rows o);
    end if;
    if counted <> '{}' then
        perform refresh_producer_summaries(counted);
    end if;
    return null;
end
$$;

comment on function summarise_changed_credits() is
    'Trigger function of track_producers: adds up anew the credits of the producers that a statement concerned';

create or replace trigger track_producers_inserted after insert on track_producers
    referencing new table as changed_rows
    for each statement execute function summarise_changed_credits();
create or replace trigger track_producers_changed after update on track_producers
    referencing old table as former_rows new table as changed_rows
    for each statement execute function summarise_changed_credits();
create or replace trigger track_producers_deleted after delete on track_producers
    referencing old table as changed_rows
    for each statement execute function summarise_changed_credits();

create or replace function summarise_changed_tracks() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    counted uuid[] := array(
        select distinct c.producer_id
        from changed_rows n
        join former_rows o on o.id = n.id
        join track_producers c on c.track_id = n.id
        where (n.song_id, n.album_id, n.popularity) is distinct from (o.song_id, o.album_id, o.popularity));
begin
    if counted <> '{}' then
        perform refresh_producer_summaries(counted);
    end if;
    return null;
end
$$;

comment on function summarise_changed_tracks() is
    'Trigger function of tracks: adds up anew the credits of the producers whose tracks became another song''s or more popular';

create or replace trigger tracks_changed after update on tracks
    referencing old table as former_rows new table as changed_rows
    for each statement execute function summarise_changed_tracks();

revoke all on function
    role_groups(text),
    producer_weight(bigint),
    name_search_key(text),
    refresh_producer_names(uuid[]),
    refresh_producer_summaries(uuid[]),
    summarise_changed_producers(),
    summarise_changed_aliases(),
    summarise_changed_credits(),
    summarise_changed_tracks()
from public;

grant execute on function
    role_groups(text),
    name_search_key(text)
to pipeline_reader;

grant execute on function
    refresh_producer_names(uuid[]),
    refresh_producer_summaries(uuid[])
to pipeline_operator;

grant select on producer_names, producer_summaries to pipeline_reader, pipeline_worker;
