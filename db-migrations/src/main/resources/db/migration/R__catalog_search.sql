-- What people looking for producers read: credits with merged producers resolved, popularity, search, collaborations.

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
    t.popularity
from track_producers tp
join producers p on p.id = tp.producer_id
join tracks t on t.id = tp.track_id
join albums al on al.id = t.album_id
left join normalized_tracks s on s.id = t.song_id;

comment on view catalog_credits is
    'One row a credit of a track, with merged producers resolved; "produced" tells the roles that make somebody a producer of the song';
comment on column catalog_credits.producer_id is 'The person; a merged row stands for the one it was merged into';
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
    credits.track_count,
    credits.artist_count,
    credits.avg_track_popularity
from producers p
cross join lateral (
    select
        count(distinct c.track_id) as track_count,
        count(distinct c.artist_id) as artist_count,
        round(avg(c.popularity), 1) as avg_track_popularity
    from catalog_credits c
    where c.producer_id = p.id
      and c.produced
) credits
where p.merged_into is null;

comment on view producer_popularity is
    'How much each producer produced (roles producer, co-producer, additional), for how many artists, and how popular it is';
comment on column producer_popularity.producer_id is 'The producer; merged rows have none of their own';
comment on column producer_popularity.producer_name is 'The name to show';
comment on column producer_popularity.track_count is 'Tracks produced; releases of one song count each';
comment on column producer_popularity.artist_count is 'Artists whose songs these are';
comment on column producer_popularity.avg_track_popularity is
    'Average of the tracks'' popularity at Spotify, 0 to 100; null when none is known';

create or replace function producer_matches(p_term text)
returns table(producer_id uuid, similarity real)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
set pg_trgm.similarity_threshold = 0.3
set pg_trgm.word_similarity_threshold = 0.55
as $$
declare
    term text := search_key(btrim(p_term));
    -- What the caller typed is text, not a pattern.
    literal text := replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_');
begin
    if coalesce(term, '') = '' then
        raise exception 'search_term must not be blank: %', coalesce(quote_literal(p_term), 'null')
            using errcode = '22023';
    end if;
    return query
    with names as (
        select coalesce(p.merged_into, p.id) as id, search_key(p.name) as name_key
        from producers p
        where search_key(p.name) % term
           or term <% search_key(p.name)
           or search_key(p.name) like '%' || literal || '%'
        union
        select coalesce(p.merged_into, p.id), search_key(a.alias)
        from producer_aliases a
        join producers p on p.id = a.producer_id
        where search_key(a.alias) % term
           or term <% search_key(a.alias)
           or search_key(a.alias) like '%' || literal || '%'
    )
    select
        n.id,
        max(case
            when n.name_key = term then 1
            when n.name_key like literal || '%' then greatest(0.9, similarity(n.name_key, term))
            when n.name_key like '%' || literal || '%' then greatest(0.8, similarity(n.name_key, term))
            else greatest(similarity(n.name_key, term), 0.8 * word_similarity(term, n.name_key))
        end)::real
    from names n
    group by n.id;
end
$$;

comment on function producer_matches(text) is
    'Producers whose name or alias resembles the term, with accents and case ignored; 1 is the same name';

create or replace function search_producers(search_term text)
returns table(producer_id uuid, name text, track_count bigint, artist_count bigint, similarity real)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
    select p.id, p.name, counts.track_count, counts.artist_count, found.similarity
    from (
        select m.producer_id, m.similarity
        from producer_matches($1) m
        order by m.similarity desc
        limit 200
    ) found
    join producers p on p.id = found.producer_id
    join producer_popularity counts on counts.producer_id = p.id
    order by found.similarity desc, counts.track_count desc, p.name, p.id
    limit 100
$$;

comment on function search_producers(text) is
    'Up to 100 producers whose name or alias resembles the term, best first; counts are of what they produced';

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
declare
    searched boolean := btrim(coalesce(p_term, '')) <> '';
begin
    if p_sort is null or p_sort not in ('relevance', 'songs', 'artists', 'popularity', 'confidence', 'name') then
        raise exception 'p_sort must be relevance, songs, artists, popularity, confidence or name: %',
            coalesce(p_sort, 'null') using errcode = '22023';
    end if;
    if p_limit is null or p_limit < 0 or p_offset is null or p_offset < 0 then
        raise exception 'p_limit and p_offset must not be negative: %, %',
            coalesce(p_limit::text, 'null'), coalesce(p_offset::text, 'null') using errcode = '22023';
    end if;
    return query
    with matches as (
        select m.producer_id, m.similarity
        from producer_matches(p_term) m
        where searched
        union all
        select p.id, null::real
        from producers p
        where not searched
          and p.merged_into is null
    ),
    people as (
        select
            m.producer_id,
            count(distinct c.song_id) as songs,
            count(distinct c.track_id) as tracks,
            count(distinct c.artist_id) as artists,
            round(avg(c.popularity), 1) as popularity,
            round(avg(c.confidence)::numeric, 3) as confidence,
            array_agg(distinct c.role) as roles,
            array_agg(distinct c.source) as sources,
            m.similarity
        from matches m
        join catalog_credits c on c.producer_id = m.producer_id
        where (p_roles is null or c.role = any(p_roles))
          and (p_source is null or c.source = p_source or exists (
                select
                from credit_evidence e
                join producers claimed on claimed.id = e.producer_id
                where e.song_id = c.song_id
                  and coalesce(claimed.merged_into, claimed.id) = c.producer_id
                  and e.source = p_source))
          and (p_verification is null
            or c.verification = p_verification
            or (p_verification = 'several sources' and c.verification like '% sources'))
          and (p_artist_id is null or c.artist_id = p_artist_id)
        group by m.producer_id, m.similarity
    )
    select
        p.id,
        p.name,
        people.songs,
        people.tracks,
        people.artists,
        people.popularity,
        people.confidence,
        people.roles,
        people.sources,
        p.email,
        p.instagram_handle,
        array(
            select profile->>'url'
            from jsonb_array_elements(
                case jsonb_typeof(p.metadata->'profiles') when 'array' then p.metadata->'profiles' else '[]' end)
                as profile
            where profile->>'url' is not null
        ),
        people.similarity,
        count(*) over ()
    from people
    join producers p on p.id = people.producer_id
    where p_has_contact is null
       or p_has_contact = (p.email is not null or p.instagram_handle is not null)
    order by
        case when p_sort = 'relevance' then people.similarity end desc nulls last,
        case when p_sort in ('relevance', 'songs') then people.songs end desc,
        case when p_sort = 'artists' then people.artists end desc,
        case when p_sort = 'popularity' then people.popularity end desc nulls last,
        case when p_sort = 'confidence' then people.confidence end desc,
        lower(p.name),
        p.id
    limit p_limit
    offset p_offset;
end
$$;

comment on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer) is
    'One page of the people with a credit that passes every filter given, best first; total counts all pages. Null roles means every role, a blank term everybody';

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
set pg_trgm.word_similarity_threshold = 0.55
as $$
#variable_conflict use_column
declare
    term text := search_key(btrim(coalesce(p_term, '')));
begin
    if p_limit is null or p_limit < 0 or p_offset is null or p_offset < 0 then
        raise exception 'p_limit and p_offset must not be negative: %, %',
            coalesce(p_limit::text, 'null'), coalesce(p_offset::text, 'null') using errcode = '22023';
    end if;
    return query
    with page as (
        select
            a.id,
            row_number() over (order by
                greatest(similarity(search_key(a.name), term), 0.8 * word_similarity(term, search_key(a.name))) desc,
                a.created_at desc,
                a.id) as place,
            count(*) over () as total
        from artists a
        where term = ''
           or term <% search_key(a.name)
           or search_key(a.name) % term
           or starts_with(search_key(a.name), term)
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
    term text := search_key(btrim(p_term));
begin
    if coalesce(term, '') = '' then
        raise exception 'p_term must not be blank: %', coalesce(quote_literal(p_term), 'null') using errcode = '22023';
    end if;
    return query
    with songs as (
        -- Releases of the same recording are one result.
        select
            coalesce(t.song_id, t.id) as song_id,
            max(greatest(similarity(search_key(t.name), term), 0.8 * word_similarity(term, search_key(t.name)))) as score,
            max(t.popularity) as popularity,
            (array_agg(t.id order by similarity(search_key(t.name), term) desc, t.popularity desc nulls last, t.id))[1] as track_id
        from tracks t
        where term <% search_key(t.name)
           or search_key(t.name) % term
           or starts_with(search_key(t.name), term)
        group by coalesce(t.song_id, t.id)
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

revoke execute on function producer_matches(text) from public;
revoke execute on function search_producers(text) from public;
revoke execute on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer) from public;
revoke execute on function get_producer_collaborations(uuid) from public;
grant execute on function producer_matches(text) to pipeline_reader, pipeline_worker;
grant execute on function search_producers(text) to pipeline_reader, pipeline_worker;
grant execute on function find_producers(text, text[], text, text, boolean, uuid, text, integer, integer)
    to pipeline_reader, pipeline_worker;
grant execute on function get_producer_collaborations(uuid) to pipeline_reader, pipeline_worker;
revoke execute on function find_artists(text, integer, integer) from public;
revoke execute on function find_songs(text, integer) from public;
grant execute on function find_artists(text, integer, integer) to pipeline_reader, pipeline_worker;
grant execute on function find_songs(text, integer) to pipeline_reader, pipeline_worker;
grant select on catalog_credits, producer_popularity, artist_summaries to pipeline_reader, pipeline_worker;
