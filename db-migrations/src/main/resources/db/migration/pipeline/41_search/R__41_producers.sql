-- Finding producers by name, role, source, contact and artist.

-- For one artist: added up at the time of asking.
create or replace function summarise_credits(p_roles text[], p_artist_id uuid)
returns table(
    producer_id uuid,
    song_count bigint,
    track_count bigint,
    artist_count bigint,
    avg_track_popularity numeric,
    confidence numeric,
    roles text[],
    sources text[],
    verifications text[],
    name_key text,
    has_contact boolean)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    -- Whose a track is follows from its song, or from its album as long as it has none. Collected first, because the
    -- view could only tell after a look at every credit there is.
    tracks uuid[] := array(
        select t.id
        from normalized_tracks n
        join tracks t on t.song_id = n.id
        where n.artist_id = p_artist_id
        union all
        select t.id
        from albums a
        join tracks t on t.album_id = a.id
        where a.artist_id = p_artist_id
            and t.song_id is null);
begin
    return query
    select
        c.producer_id,
        count(distinct c.song_id),
        count(distinct c.track_id),
        count(distinct c.artist_id),
        round(avg(c.popularity), 1),
        round(avg(c.confidence)::numeric, 3),
        array_agg(distinct c.role),
        array(
            select unnest(array_agg(distinct c.source))
            union
            select unnest(s.sources)
            order by 1
        ),
        array_agg(distinct case when c.verification like '% sources' then 'several sources' else c.verification end),
        s.name_key::text,
        s.has_contact
    from catalog_credits c
    join producer_summaries s on s.producer_id = c.producer_id and s.role_group = 'produced'
    where (p_roles is null or c.role = any (p_roles))
        and c.track_id = any (tracks)
    group by c.producer_id, s.sources, s.name_key, s.has_contact;
end
$$;

comment on function summarise_credits(text[], uuid) is
    'What producer_summaries would hold if an artist''s songs were all there are, for these roles (null: any)';

create or replace function find_producers(
    p_term text default null,
    p_roles text[] default producing_roles(),
    p_source text default null,
    p_verification text default null,
    p_has_contact boolean default null,
    p_artist_id uuid default null,
    p_sort text default 'relevance',
    p_limit integer default 50,
    p_offset integer default 0)
returns table(
    producer_id uuid,
    name text,
    song_count bigint,
    track_count bigint,
    artist_count bigint,
    avg_track_popularity numeric,
    confidence numeric,
    roles text[],
    sources text[],
    email text,
    instagram_handle text,
    profiles text[],
    similarity real,
    total bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    searched boolean := btrim(coalesce(p_term, '')) <> '';
    -- Of what very many names have in common the best known few hundred are enough, but a filter may mean the others.
    enough integer := case
        when p_source is null
            and p_verification is null
            and p_has_contact is null
            and p_artist_id is null
            and role_group_of(p_roles) in ('produced', 'any')
            and p_sort = 'relevance'
            and p_limit + p_offset <= 250 then 300
    end;
    ordering text := case p_sort
        when 'relevance' then case
            when searched then 'm.similarity desc, m.weight desc, m.name_key collate "C"'
            else 's.song_count desc'
        end
        when 'songs' then 's.song_count desc'
        when 'artists' then 's.artist_count desc'
        when 'popularity' then 's.avg_track_popularity desc nulls last'
        when 'confidence' then 's.confidence desc nulls last'
        when 'name' then 's.name_key'
    end;
    source text;
    filter text;
    counted text;
begin
    perform check_argument(
        ordering is not null, 'p_sort', p_sort, 'be one of relevance, songs, artists, popularity, confidence, name');
    perform check_length('p_term', p_term, 1000);
    perform check_length('p_source', p_source, 1000);
    perform check_length('p_verification', p_verification, 1000);
    perform require_few('p_roles', cardinality(p_roles), pg_column_size(p_roles), 50);
    perform require_not_negative('p_limit', p_limit);
    perform require_not_negative('p_offset', p_offset);
    perform require_credit_role('p_roles', role)
    from unnest(p_roles) as role;

    source := case when p_artist_id is null then 'producer_summaries s' else 'summarise_credits($2, $3) as s' end;
    filter := 's.song_count > 0'
        -- A constant, because the indexes of the group "produced" are chosen by it.
        || case when p_artist_id is null then format(' and s.role_group = %L', role_group_of(p_roles)) else '' end
        || case when p_roles is null then '' else ' and s.roles && $2' end
        || case when p_source is null then '' else ' and s.sources @> array[$4]' end
        || case when p_verification is null then '' else ' and s.verifications @> array[$5]' end
        || case when p_has_contact is null then '' else ' and s.has_contact = $6' end;
    -- Where matches were cut off, those that were not looked at count too.
    counted := case
        when not searched then format('select from %s where %s limit 10001', source, filter)
        when enough is null then format(
            'select from %s join found m on m.producer_id = s.producer_id where %s limit 10001', source, filter)
        else format(
            'select
            from producer_names n
            join producers b on b.id = n.producer_id
            join %1$s on s.producer_id = coalesce(b.merged_into, b.id)
            where (select count(*) from found) >= %2$s
                and %3$s
                and %4$s
            group by s.producer_id
            union all
            select
            from %1$s
            join found m on m.producer_id = s.producer_id
            where (select count(*) from found) < %2$s
                and %4$s
            limit 10001',
            source, enough, names_beginning(name_search_key(p_term)), filter)
    end;

    return query execute format(
        'with found as materialized (
            %1$s
        ),
        page as materialized (
            select
                row_number() over (order by %2$s, s.name_key, s.producer_id) as place,
                s.producer_id, s.song_count, s.track_count, s.artist_count, s.avg_track_popularity, s.confidence,
                s.roles, s.sources, %3$s as similarity
            from %4$s
            where %5$s
            order by %2$s, s.name_key, s.producer_id
            limit $7
            offset $8
        )
        select
            p.id,
            p.name,
            page.song_count,
            page.track_count,
            page.artist_count,
            page.avg_track_popularity,
            page.confidence,
            page.roles,
            page.sources,
            p.email,
            p.instagram_handle,
            array(
                select profile ->> ''url''
                from jsonb_array_elements(
                    case jsonb_typeof(p.metadata -> ''profiles'') when ''array'' then p.metadata -> ''profiles'' else ''[]'' end)
                    as profile
                where profile ->> ''url'' is not null
            ),
            page.similarity,
            (select count(*) from (%6$s) as counted)
        from page
        join producers p on p.id = page.producer_id
        order by page.place',
        case
            when searched then 'select m.producer_id, m.similarity, m.weight, m.name_key from producers_matching($1, $9) m'
            else 'select null::uuid as producer_id, null::real as similarity'
        end,
        ordering,
        case when searched then 'm.similarity' else 'null::real' end,
        source || case when searched then ' join found m on m.producer_id = s.producer_id' else '' end,
        filter,
        counted)
    using p_term, p_roles, p_artist_id, p_source, p_verification, p_has_contact, p_limit, p_offset, enough;
end
$$;

comment on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer) is
    'One page of the people with credits in these roles (null: any) that pass every filter given, best first; a blank term means everybody. Counts are of their credits in these roles (in any role where these are several other than those that produce), and for the artist where one is given. total counts all pages, up to 10001, which stands for more than 10000';
