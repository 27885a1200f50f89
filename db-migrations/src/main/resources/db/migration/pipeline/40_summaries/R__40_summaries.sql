-- Adding credits up.

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
            g.role_group,
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
        join credit_role_groups g on g.role = c.role
        where c.credited_as = any (members)
        group by c.producer_id, g.role_group
    ),
    claimed as (
        select coalesce(p.merged_into, p.id) as producer_id, g.role_group, array_agg(distinct e.source) as sources
        from credit_evidence e
        join producers p on p.id = e.producer_id
        join credit_role_groups g on g.role = e.role
        where e.producer_id = any (members)
        group by coalesce(p.merged_into, p.id), g.role_group
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
        and s.producer_id = any (people)
        and n.producer_id = p.id
        and n.weight <> producer_weight(s.track_count);
end
$$;

comment on function refresh_producer_summaries(uuid[]) is
    'Adds up anew the credits of these producers and of those they were merged into';
