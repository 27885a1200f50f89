-- Keeping producer_names and producer_summaries current. Triggers note which producers a statement concerns, and when the
-- transaction commits their credits are added up anew, once, however many songs of theirs it settled. Nothing is added to
-- what was counted before, so nothing can drift.

create or replace function role_groups(p_role text) returns text[]
language sql
immutable
as $$
select case
    when role_produces(p_role) then array['any', 'produced', p_role]
    else array['any', p_role]
end
$$;

comment on function role_groups(text) is 'The groups of producer_summaries in which a credit of this role counts';

create or replace function name_search_key(p_name text) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
-- An index cannot hold an endless name, and nobody types more.
select left(btrim(regexp_replace(search_key(left(p_name, 1000)) collate letters, '\s+', ' ', 'g')), 200)
$$;

comment on function name_search_key(text) is
    'How names and what is typed to find them are compared: without accents, case and superfluous white space, by their first 200 characters';

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
    locked uuid[] := '{}';
    -- Everybody's own row and those merged into it. Arrays, because the planner knows how long they are and goes by the
    -- indexes; a join over merged_into would read every credit there is.
    people uuid[];
    members uuid[];
begin
    -- Two sessions that add credits to one person come one after the other from here on, and the second one counts the
    -- first one's too. Always in the order of the ids, or they could wait for each other. Whom a row is merged into may
    -- have changed while this session waited.
    loop
        concerned := array(
            select p.id
            from producers p
            where p.id = any (p_producer_ids)
            union
            select p.merged_into
            from producers p
            where p.id = any (p_producer_ids)
                and p.merged_into is not null);
        exit when not exists (
            select unnest(concerned)
            except
            select unnest(locked));
        insert into producer_summaries (
            producer_id, role_group, song_count, track_count, artist_count, roles, sources, verifications, name_key,
            has_contact)
        select p.id, 'produced', 0, 0, 0, '{}', '{}', '{}', '', false
        from producers p
        where p.id = any (concerned)
            and p.merged_into is null
            and not exists (
                select
                from producer_summaries s
                where s.producer_id = p.id
                    and s.role_group = 'produced')
        order by p.id
        on conflict (producer_id, role_group) do nothing;
        perform
        from producer_summaries s
        where s.producer_id = any (concerned)
            and s.role_group = 'produced'
        order by s.producer_id
        for update;
        locked := concerned;
    end loop;

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
            name_search_key(p.name) as name_key,
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

create or replace function summarise_at_commit(p_producer_ids uuid[]) returns void
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
insert into producers_to_summarise (producer_id)
select distinct id
from unnest(p_producer_ids) as id
where id is not null
$$;

comment on function summarise_at_commit(uuid[]) is
    'Adds up anew the credits of these producers, and of those they are merged into, when the transaction commits';

create or replace function summarise_noted_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    noted uuid[];
begin
    with taken as (
        delete from producers_to_summarise t
        where t.transaction = pg_current_xact_id()
        returning t.producer_id
    )
    select array_agg(distinct t.producer_id)
    into noted
    from taken t;
    -- The first row does it for all of the transaction.
    if noted is not null then
        perform refresh_producer_summaries(noted);
    end if;
    return null;
end
$$;

comment on function summarise_noted_producers() is
    'Trigger function of producers_to_summarise: at commit, adds up anew the credits of all that the transaction noted';

do $$
begin
    -- A constraint trigger cannot be replaced, and dropping it would hold up whoever credits somebody.
    if not exists (
        select
        from pg_trigger t
        where t.tgrelid = 'producers_to_summarise'::regclass
            and t.tgname = 'producers_noted'
    ) then
        create constraint trigger producers_noted after insert on producers_to_summarise
            deferrable initially deferred
            for each row execute function summarise_noted_producers();
    end if;
end
$$;

create or replace function note_changed_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform refresh_producer_names(array(select n.id from changed_rows n));
        perform summarise_at_commit(array(select n.id from changed_rows n));
        return null;
    end if;
    perform refresh_producer_names(array(
        select n.id
        from changed_rows n
        join former_rows o on o.id = n.id
        where n.name <> o.name));
    perform summarise_at_commit(array(
        select unnest(array[n.id, o.merged_into, n.merged_into])
        from changed_rows n
        join former_rows o on o.id = n.id
        where (n.name, n.merged_into, n.email, n.instagram_handle)
            is distinct from (o.name, o.merged_into, o.email, o.instagram_handle)));
    return null;
end
$$;

comment on function note_changed_producers() is
    'Trigger function of producers: names and summaries of those that a statement made, renamed, merged or gave a contact';

create or replace trigger producers_inserted after insert on producers
    referencing new table as changed_rows
    for each statement execute function note_changed_producers();
create or replace trigger producers_changed after update on producers
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_changed_producers();

create or replace function note_changed_aliases() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform refresh_producer_names(array(select distinct n.producer_id from changed_rows n));
    if tg_op = 'UPDATE' then
        perform refresh_producer_names(array(select distinct o.producer_id from former_rows o));
    end if;
    return null;
end
$$;

comment on function note_changed_aliases() is
    'Trigger function of producer_aliases: the names of the producers whose aliases a statement changed';

create or replace trigger producer_aliases_inserted after insert on producer_aliases
    referencing new table as changed_rows
    for each statement execute function note_changed_aliases();
create or replace trigger producer_aliases_changed after update on producer_aliases
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_changed_aliases();
create or replace trigger producer_aliases_deleted after delete on producer_aliases
    referencing old table as changed_rows
    for each statement execute function note_changed_aliases();

create or replace function note_credited_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform summarise_at_commit(array(select n.producer_id from changed_rows n));
    if tg_op = 'UPDATE' then
        perform summarise_at_commit(array(select o.producer_id from former_rows o));
    end if;
    return null;
end
$$;

comment on function note_credited_producers() is
    'Trigger function of track_producers and credit_evidence: the producers of whom a statement credited, or no longer credits, something';

create or replace trigger track_producers_inserted after insert on track_producers
    referencing new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger track_producers_changed after update on track_producers
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger track_producers_deleted after delete on track_producers
    referencing old table as changed_rows
    for each statement execute function note_credited_producers();

create or replace trigger credit_evidence_inserted after insert on credit_evidence
    referencing new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger credit_evidence_changed after update on credit_evidence
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger credit_evidence_deleted after delete on credit_evidence
    referencing old table as changed_rows
    for each statement execute function note_credited_producers();

create or replace function note_changed_tracks() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform summarise_at_commit(array(
        select c.producer_id
        from changed_rows n
        join former_rows o on o.id = n.id
        join track_producers c on c.track_id = n.id
        where (n.song_id, n.album_id, n.popularity) is distinct from (o.song_id, o.album_id, o.popularity)));
    return null;
end
$$;

comment on function note_changed_tracks() is
    'Trigger function of tracks: the producers whose tracks became another song''s or more popular';

create or replace trigger tracks_changed after update on tracks
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_changed_tracks();

revoke all on function
    role_groups(text),
    producer_weight(bigint),
    name_search_key(text),
    refresh_producer_names(uuid[]),
    refresh_producer_summaries(uuid[]),
    summarise_at_commit(uuid[]),
    summarise_noted_producers(),
    note_changed_producers(),
    note_changed_aliases(),
    note_credited_producers(),
    note_changed_tracks()
from public;

grant execute on function
    role_groups(text),
    name_search_key(text)
to pipeline_reader;

grant execute on function
    refresh_producer_names(uuid[]),
    refresh_producer_summaries(uuid[])
to pipeline_operator;

grant select on producer_names, producer_summaries to pipeline_worker;
