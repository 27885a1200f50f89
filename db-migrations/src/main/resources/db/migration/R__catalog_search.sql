-- What people looking for producers read: credits with merged producers resolved, popularity, search, collaborations.

-- Locks the views from the outermost inwards, as readers do: in the order in which they are made below, a search and
-- this file would wait for each other. Giving a view to its owner locks it and changes nothing.
alter view if exists artist_summaries owner to current_user;
alter view if exists producer_popularity owner to current_user;

-- Loads the extension: a session that has not used it yet does not know its settings, which functions below set.
select show_limit();

-- A merged producer's credits count for the one it was merged into; this serves finding them from there.
create index if not exists producers_root on producers (coalesce(merged_into, id));

create or replace view catalog_credits as
select
    coalesce(p.merged_into, p.id) as producer_id,
    tp.track_id,
    coalesce(t.song_id, t.id) as song_id,
    coalesce(s.artist_id, al.artist_id) as artist_id,
    tp.role,
    tp.role in ('producer', 'co-producer', 'additional') as produced,
    tp.confidence,
    tp.source,
    tp.verification,
    t.popularity,
    tp.producer_id as credited_as
from track_producers tp
join producers p on p.id = tp.producer_id
join tracks t on t.id = tp.track_id
join albums al on al.id = t.album_id
left join normalized_tracks s on s.id = t.song_id;

comment on view catalog_credits is
    'One row a credit of a track, with merged producers resolved; "produced" tells the roles that make somebody a producer of the song';
comment on column catalog_credits.producer_id is 'The person; a merged row stands for the one it was merged into';
comment on column catalog_credits.credited_as is 'The row that the credit names; producer_id, unless it is merged';
comment on column catalog_credits.track_id is 'The track';
comment on column catalog_credits.song_id is
    'The song that the track is a release of; the track itself when it has none';
comment on column catalog_credits.artist_id is 'Whose song it is';
comment on column catalog_credits.role is 'What the person did';
comment on column catalog_credits.produced is
    'Whether the role makes the person a producer of the song: producer, co-producer, additional';
comment on column catalog_credits.confidence is '0 to 1';
comment on column catalog_credits.source is 'The strongest source';
comment on column catalog_credits.verification is 'single source, n sources, disputed or by a person';
comment on column catalog_credits.popularity is 'The track''s at Spotify, 0 to 100; null where Spotify does not tell';

create or replace view producer_popularity as
select
    p.id as producer_id,
    p.name as producer_name,
    s.track_count,
    s.artist_count,
    s.avg_track_popularity
from producer_summaries s
join producers p on p.id = s.producer_id
where s.role_group = 'produced';

comment on view producer_popularity is
    'How much each producer produced (roles producer, co-producer, additional), for how many artists, and how popular it is';
comment on column producer_popularity.producer_id is 'The producer; merged rows have none of their own';
comment on column producer_popularity.producer_name is 'The name to show';
comment on column producer_popularity.track_count is 'Tracks produced; releases of one song count each';
comment on column producer_popularity.artist_count is 'Artists whose songs these are';
comment on column producer_popularity.avg_track_popularity is
    'Average of the tracks'' popularity at Spotify, 0 to 100; null when none is known';

create or replace function producers_spelt(p_term text, p_limit integer)
returns table(producer_id uuid, name_key text, whole boolean, weight smallint)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- The term without gaps may be a name that has them, or a name without gaps the term's.
    condition text := format(
        'name_spellings(n.name_key) && %L::text[]',
        array[regexp_replace(p_term, '[\s[:punct:]]+', '', 'g')]);
    spelt text;
begin
    select string_agg(
        format('name_spellings(n.name_key) && %L::text[]', word_spellings(left(word, 20))), ' and ')
    into spelt
    from (
        select word
        from regexp_split_to_table(p_term, '[\s[:punct:]]+') as word
        where word <> ''
        limit 8
    ) as words;
    return query execute format(
        'select n.producer_id, n.name_key::text, n.whole, n.weight
        from producer_names n
        where n.whole
            and (%s or %s)
        order by n.weight desc
        limit %s',
        condition,
        coalesce('(' || spelt || ')', 'false'),
        p_limit);
end
$$;

comment on function producers_spelt(text, integer) is
    'Names all words of which are at most one slip away from a word of the key given, or that differ from it in gaps only; the best known first';

-- The best so many of each kind of match are enough: nobody reads further, and of what thousands of names have in common
-- (a first name, two letters) only the best known people are meant. All candidates come from indexes in that order.
drop function if exists producer_matches(text);

create or replace function producer_matches(p_term text, p_enough integer default 300)
returns table(producer_id uuid, similarity real)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
as $$
declare
    term text := left(name_search_key(p_term), 200);
begin
    perform check_argument(coalesce(term, '') <> '', 'search_term', p_term, 'not be blank');
    perform check_argument(p_enough >= 0, 'p_enough', p_enough::text, 'be at least 0');
    -- Planned for each term, because one or two letters go by other indexes than more of them.
    return query execute format(
        'with same as (
            select n.producer_id, n.name_key, n.weight
            from producer_names n
            where n.name_key = $1
                and n.whole
            order by n.weight desc
            limit $3
        ),
        beginning as (
            select n.producer_id, n.name_key, n.whole, n.weight
            from producer_names n
            where %s
            order by %s n.weight desc
            limit $3
        ),
        -- Neither where somebody has this very name, nor where a page is full already of names that do begin so.
        spelt as (
            select n.producer_id, n.name_key, n.weight
            from producers_spelt($1, $3) n
            where length($1) >= 3
                and not exists (select from same)
                and (select count(*) from beginning) < 100
        ),
        -- The last resort, because in many names alike it may find very many.
        resembling as (
            select n.producer_id, n.name_key, n.weight
            from producer_names n
            where length($1) >= 3
                and not exists (select from same)
                and not exists (select from beginning)
                and not exists (select from spelt)
                and n.whole
                and $1 <%% n.name_key
            order by word_similarity($1, n.name_key) + similarity(n.name_key, $1) desc, n.weight desc
            limit $3
        ),
        candidates as (
            select s.producer_id, 1::real as similarity
            from same s
            union all
            select b.producer_id, case when b.whole then greatest(0.9, similarity(b.name_key, $1)) else 0.8 end
            from beginning b
            union all
            select s.producer_id, greatest(0.6, least(0.79, similarity(s.name_key, $1)))
            from spelt s
            union all
            select r.producer_id, greatest(similarity(r.name_key, $1), 0.8 * word_similarity($1, r.name_key))
            from resembling r
        )
        select coalesce(p.merged_into, p.id), max(c.similarity)::real
        from candidates c
        join producers p on p.id = c.producer_id
        group by coalesce(p.merged_into, p.id)',
        case length(term)
            when 1 then 'left(n.name_key, 1) = $1'
            when 2 then 'left(n.name_key, 2) = $1'
            else 'n.name_key >= $1 and n.name_key < $2'
        end,
        -- The indexes for one and two letters are sorted by weight alone.
        case when length(term) > 2 then 'n.whole desc,' else '' end)
    using term, term || chr(1114111), p_enough;
end
$$;

comment on function producer_matches(text, integer) is
    'Producers whose name or alias is the term (1) or begins with it (0.9), has a word that begins with it (0.8), is one slip a word away from it (0.6 to 0.79) or, when there is none of these, resembles it; accents and case are ignored. Up to p_enough of each kind, the best known';

create or replace function search_producers(search_term text)
returns table(producer_id uuid, name text, track_count bigint, artist_count bigint, similarity real)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
    select p.id, p.name, counts.track_count, counts.artist_count, found.similarity
    from producer_matches($1, 120) found
    join producer_summaries counts on counts.producer_id = found.producer_id and counts.role_group = 'produced'
    join producers p on p.id = found.producer_id
    order by found.similarity desc, counts.track_count desc, p.name, p.id
    limit 100
$$;

comment on function search_producers(text) is
    'Up to 100 producers whose name or alias resembles the term, best first; counts are of what they produced';

-- The group of producer_summaries that these roles are; null when they are several that no group holds together.
create or replace function role_group_of(p_roles text[]) returns text
language sql
immutable
as $$
select case
    when p_roles is null then 'any'
    when cardinality(p_roles) = 1 then p_roles[1]
    when p_roles @> array['producer', 'co-producer', 'additional']
        and p_roles <@ array['producer', 'co-producer', 'additional'] then 'produced'
end
$$;

comment on function role_group_of(text[]) is
    'The group of producer_summaries that answers for these roles (null: any); null when none does';

-- For one artist, or for a choice of roles that is not summarised: added up at the time of asking.
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
        and (p_artist_id is null or c.track_id = any (tracks))
    group by c.producer_id, s.sources, s.name_key, s.has_contact;
end
$$;

comment on function summarise_credits(text[], uuid) is
    'What producer_summaries would hold for these roles (null: any) and this artist (null: all), added up now';

-- A function's result columns cannot be replaced, only made anew.
drop function if exists find_producers(text, text[], text, text, boolean, uuid, text, integer, integer);

create function find_producers(
    p_term text default null,
    p_roles text[] default array['producer', 'co-producer', 'additional'],
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
    role_group text := case when p_artist_id is null then role_group_of(p_roles) end;
    ordering text := case p_sort
        when 'relevance' then case when searched then 'm.similarity desc, s.song_count desc' else 's.song_count desc' end
        when 'songs' then 's.song_count desc'
        when 'artists' then 's.artist_count desc'
        when 'popularity' then 's.avg_track_popularity desc nulls last'
        when 'confidence' then 's.confidence desc nulls last'
        when 'name' then 's.name_key'
    end;
    listed text;
begin
    perform check_argument(
        ordering is not null, 'p_sort', p_sort, 'be one of relevance, songs, artists, popularity, confidence, name');
    perform check_argument(p_limit >= 0, 'p_limit', p_limit::text, 'be at least 0');
    perform check_argument(p_offset >= 0, 'p_offset', p_offset::text, 'be at least 0');

    listed := case
            when role_group is null then 'summarise_credits($2, $3) as s'
            else 'producer_summaries s'
        end
        || case when searched then ' join producer_matches($1) m on m.producer_id = s.producer_id' else '' end
        || ' where s.song_count > 0'
        -- A constant, because the indexes of the group "produced" are chosen by it.
        || case when role_group is null then '' else format(' and s.role_group = %L', role_group) end
        || case when p_source is null then '' else ' and s.sources @> array[$4]' end
        || case when p_verification is null then '' else ' and s.verifications @> array[$5]' end
        || case when p_has_contact is null then '' else ' and s.has_contact = $6' end;

    return query execute format(
        'with page as materialized (
            select
                row_number() over (order by %1$s, s.name_key, s.producer_id) as place,
                s.producer_id, s.song_count, s.track_count, s.artist_count, s.avg_track_popularity, s.confidence,
                s.roles, s.sources, %2$s as similarity
            from %3$s
            order by %1$s, s.name_key, s.producer_id
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
            (
                select count(*)
                from (
                    select
                    from %3$s
                    limit 10001
                ) as counted
            )
        from page
        join producers p on p.id = page.producer_id
        order by page.place',
        ordering,
        case when searched then 'm.similarity' else 'null::real' end,
        listed)
    using p_term, p_roles, p_artist_id, p_source, p_verification, p_has_contact, p_limit, p_offset;
end
$$;

comment on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer) is
    'One page of the people with credits in these roles (null: any) that pass every filter given, best first; a blank term means everybody. Counts are of their credits in these roles, and for the artist where one is given. total counts all pages, up to 10001, which stands for more than 10000';

create or replace function get_producer_collaborations(producer_id uuid)
returns table(artist_id uuid, artist_name text, track_count bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    root uuid := (
        select coalesce(p.merged_into, p.id)
        from producers p
        where p.id = get_producer_collaborations.producer_id);
begin
    if root is null then
        raise exception 'producer_id names no producer: %', coalesce(get_producer_collaborations.producer_id::text, 'null')
            using errcode = 'P0002';
    end if;
    return query
    select a.id, a.name, count(distinct c.track_id)
    from catalog_credits c
    join artists a on a.id = c.artist_id
    where c.producer_id = root
      and c.produced
    group by a.id, a.name
    order by count(distinct c.track_id) desc, lower(a.name), a.id;
end
$$;

comment on function get_producer_collaborations(uuid) is
    'The artists a producer produced for (roles producer, co-producer, additional), most tracks first';

create or replace view artist_summaries as
select
    a.id,
    a.name,
    a.spotify_id,
    a.followers,
    a.popularity,
    array(
        select jsonb_array_elements_text(
            case jsonb_typeof(a.metadata->'genres') when 'array' then a.metadata->'genres' else '[]' end)
    ) as genres,
    (select count(*) from artist_albums aa where aa.artist_id = a.id) as albums,
    (select count(*) from normalized_tracks s where s.artist_id = a.id) as songs,
    made.songs_with_producer,
    made.producers,
    a.created_at
from artists a
cross join lateral (
    select
        count(distinct t.song_id) as songs_with_producer,
        count(distinct coalesce(p.merged_into, p.id)) as producers
    from normalized_tracks s
    join tracks t on t.song_id = s.id
    join track_producers tp on tp.track_id = t.id
    join producers p on p.id = tp.producer_id
    where s.artist_id = a.id
      and tp.role in ('producer', 'co-producer', 'additional')
) made;

comment on view artist_summaries is
    'What was found of each artist: albums, songs (recordings), those with a known producer, and how many producers';
comment on column artist_summaries.id is 'The artist';
comment on column artist_summaries.name is 'As Spotify writes it';
comment on column artist_summaries.spotify_id is 'Null only for an artist that Spotify does not know';
comment on column artist_summaries.followers is 'At Spotify; null where Spotify does not tell';
comment on column artist_summaries.popularity is 'At Spotify, 0 to 100; null where Spotify does not tell';
comment on column artist_summaries.genres is 'Empty where Spotify names none';
comment on column artist_summaries.albums is 'Albums found, joint ones and those the artist only appears on included';
comment on column artist_summaries.songs is 'Recordings found; releases of one count once';
comment on column artist_summaries.songs_with_producer is
    'Of these, recordings for which somebody is credited as a producer';
comment on column artist_summaries.producers is 'How many people that is';
comment on column artist_summaries.created_at is 'When the artist was found first';

create or replace function like_literal(p_text text) returns text
language sql
immutable
as $$
select replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_')
$$;

comment on function like_literal(text) is 'The text as a LIKE pattern that stands for itself: what people type is no pattern';

create or replace function find_artists(p_term text default null, p_limit integer default 50, p_offset integer default 0)
returns table(
    id uuid,
    name text,
    spotify_id text,
    followers integer,
    popularity integer,
    genres text[],
    albums bigint,
    songs bigint,
    songs_with_producer bigint,
    producers bigint,
    total bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
set pg_trgm.similarity_threshold = 0.4
set pg_trgm.word_similarity_threshold = 0.55
as $$
#variable_conflict use_column
declare
    term text := search_key(btrim(coalesce(p_term, '')));
begin
    perform check_argument(p_limit >= 0, 'p_limit', p_limit::text, 'be at least 0');
    perform check_argument(p_offset >= 0, 'p_offset', p_offset::text, 'be at least 0');
    if term = '' then
        return query
        with page as materialized (
            select a.id, a.created_at
            from artists a
            order by a.created_at desc, a.id
            limit p_limit
            offset p_offset
        )
        select s.id, s.name, s.spotify_id, s.followers, s.popularity, s.genres, s.albums, s.songs,
            s.songs_with_producer, s.producers, (select count(*) from artists)
        from page
        join artist_summaries s on s.id = page.id
        order by page.created_at desc, page.id;
        return;
    end if;
    return query
    with containing as materialized (
        select a.id, a.created_at, search_key(a.name) as key
        from artists a
        where search_key(a.name) like '%' || like_literal(term) || '%'
    ),
    -- Only where nobody has the term in the name: whatever somebody misspells is in nobody's.
    resembling as (
        select a.id, a.created_at, search_key(a.name) as key
        from artists a
        where not exists (select from containing)
            and (term <% search_key(a.name) or search_key(a.name) % term)
    ),
    page as (
        select
            f.id,
            row_number() over (order by
                greatest(similarity(f.key, term), 0.8 * word_similarity(term, f.key)) desc,
                f.created_at desc,
                f.id) as place,
            count(*) over () as total
        from (
            select * from containing
            union all
            select * from resembling
        ) as f
        order by place
        limit p_limit
        offset p_offset
    )
    select s.id, s.name, s.spotify_id, s.followers, s.popularity, s.genres, s.albums, s.songs,
        s.songs_with_producer, s.producers, page.total
    from page
    join artist_summaries s on s.id = page.id
    order by page.place;
end
$$;

comment on function find_artists(text, integer, integer) is
    'One page of the artists whose name resembles the term, best first; a blank term finds all, the latest first';

create or replace function find_songs(p_term text, p_limit integer default 20)
returns table(
    track_id uuid,
    name text,
    artist_id uuid,
    artist_name text,
    album_name text,
    release_date date,
    producer_count bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.6
as $$
#variable_conflict use_column
declare
    term text := left(search_key(btrim(p_term)), 200);
begin
    if coalesce(term, '') = '' then
        raise exception 'p_term must not be blank: %', coalesce(quote_literal(p_term), 'null') using errcode = '22023';
    end if;
    perform check_argument(p_limit >= 0, 'p_limit', p_limit::text, 'be at least 0');
    return query
    with same as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where left(search_key(t.name), 200) collate "C" = term
        order by t.popularity desc nulls last
        limit 1000
    ),
    beginning as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where left(search_key(t.name), 200) collate "C" >= term
            and left(search_key(t.name), 200) collate "C" < term || chr(1114111)
        limit 2000
    ),
    -- Not where enough begin so: a common word is in tens of thousands of titles.
    containing as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where (select count(distinct coalesce(b.song_id, b.id)) from beginning b) < p_limit
            and search_key(t.name) like '%' || like_literal(term) || '%'
        limit 2000
    ),
    resembling as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where not exists (select from beginning)
            and not exists (select from containing)
            and term <% search_key(t.name)
    ),
    found as (
        select f.id, f.song_id, f.popularity, similarity(f.title, term) as likeness, word_similarity(term, f.title) as part
        from (
            select * from same
            union
            select * from beginning
            union
            select * from containing
            union
            select * from resembling
        ) as f
    ),
    songs as (
        -- Releases of the same recording are one result.
        select
            max(greatest(f.likeness, 0.8 * f.part)) as score,
            max(f.popularity) as popularity,
            (array_agg(f.id order by f.likeness desc, f.popularity desc nulls last, f.id))[1] as track_id
        from found f
        group by coalesce(f.song_id, f.id)
        order by score desc, popularity desc nulls last
        limit p_limit
    )
    select
        t.id,
        t.name,
        a.id,
        a.name,
        al.name,
        al.release_date,
        (
            select count(distinct c.producer_id)
            from catalog_credits c
            where c.track_id = t.id
              and c.produced
        )
    from songs
    join tracks t on t.id = songs.track_id
    join albums al on al.id = t.album_id
    left join normalized_tracks n on n.id = t.song_id
    join artists a on a.id = coalesce(n.artist_id, al.artist_id)
    order by songs.score desc, songs.popularity desc nulls last, t.name, t.id;
end
$$;

comment on function find_songs(text, integer) is
    'Songs whose title resembles the term, best first, each shown by one of its tracks';

revoke execute on function producer_matches(text, integer) from public;
revoke execute on function producers_spelt(text, integer) from public;
revoke execute on function role_group_of(text[]) from public;
revoke execute on function summarise_credits(text[], uuid) from public;
revoke execute on function search_producers(text) from public;
revoke execute on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer) from public;
revoke execute on function get_producer_collaborations(uuid) from public;
grant execute on function producer_matches(text, integer) to pipeline_reader, pipeline_worker;
grant execute on function search_producers(text) to pipeline_reader, pipeline_worker;
grant execute on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer)
    to pipeline_reader, pipeline_worker;
grant execute on function get_producer_collaborations(uuid) to pipeline_reader, pipeline_worker;
revoke execute on function like_literal(text) from public;
revoke execute on function find_artists(text, integer, integer) from public;
revoke execute on function find_songs(text, integer) from public;
grant execute on function find_artists(text, integer, integer) to pipeline_reader, pipeline_worker;
grant execute on function find_songs(text, integer) to pipeline_reader, pipeline_worker;
grant select on catalog_credits, producer_popularity, artist_summaries to pipeline_reader, pipeline_worker;
