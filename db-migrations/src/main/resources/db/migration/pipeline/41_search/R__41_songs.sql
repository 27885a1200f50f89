-- Finding songs by title.

-- Loads the extension: a session that has not used it yet does not know its settings, which functions below set.
select show_limit();

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
    term text := left(search_key(left(btrim(p_term), 1000)), 200);
begin
    perform check_length('p_term', p_term, 1000);
    if coalesce(term, '') = '' then
        raise exception 'p_term must not be blank: %', coalesce(quote_literal(p_term), 'null') using errcode = '22023';
    end if;
    perform require_not_negative('p_limit', p_limit);
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
            and length(term) >= 3
        order by t.popularity desc nulls last
        limit 2000
    ),
    -- Without an order: what begins with one or two letters are a tenth of all titles.
    few_letters as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where left(search_key(t.name), 200) collate "C" >= term
            and left(search_key(t.name), 200) collate "C" < term || chr(1114111)
            and length(term) < 3
        limit 2000
    ),
    -- Not where enough begin so: a common word is in tens of thousands of titles.
    containing as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where length(term) >= 3
            and (select count(distinct coalesce(b.song_id, b.id)) from beginning b) < p_limit
            and search_key(t.name) like '%' || like_literal(term) || '%'
        limit 2000
    ),
    resembling as (
        select t.id, t.song_id, t.popularity, search_key(t.name) as title
        from tracks t
        where length(term) >= 3
            and not exists (select from beginning)
            and not exists (select from containing)
            and is_ascii(search_key(t.name))
            and trigram_key(term) <% search_key(t.name)
        union all
        -- These have an index of their own.
        select t.id, t.song_id, t.popularity, search_key(t.name)
        from tracks t
        where length(term) >= 3
            and not exists (select from beginning)
            and not exists (select from containing)
            and not is_ascii(search_key(t.name))
            and trigram_key(term) <% trigram_key(search_key(t.name))
    ),
    found as (
        select f.id, f.song_id, f.popularity, 
            similarity(trigram_key(f.title), trigram_key(term)) as likeness,
            word_similarity(trigram_key(term), trigram_key(f.title)) as part
        from (
            select * from same
            union
            select * from beginning
            union
            select * from few_letters
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
    order by songs.score desc, songs.popularity desc nulls last, t.name collate "C", t.id;
end
$$;

comment on function find_songs(text, integer) is
    'Songs whose title resembles the term, best first, each shown by one of its tracks';
