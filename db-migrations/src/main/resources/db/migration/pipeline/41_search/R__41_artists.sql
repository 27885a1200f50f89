-- Finding artists by name.

-- Loads the extension: a session that has not used it yet does not know its settings, which functions below set.
select show_limit();

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
    term text := search_key(left(btrim(coalesce(p_term, '')), 1000));
begin
    perform check_length('p_term', p_term, 1000);
    perform require_not_negative('p_limit', p_limit);
    perform require_not_negative('p_offset', p_offset);
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
        -- One or two letters have no trigram of their own: they are looked for where a word begins.
        where (length(term) < 3
                and (search_key(a.name) like like_literal(term) || '%'
                    or search_key(a.name) like '% ' || like_literal(term) || '%'))
            or (length(term) >= 3 and search_key(a.name) like '%' || like_literal(term) || '%')
    ),
    -- Only where nobody has the term in the name: whatever somebody misspells is in nobody's.
    resembling as (
        select a.id, a.created_at, search_key(a.name) as key
        from artists a
        where length(term) >= 3
            and not exists (select from containing)
            and (trigram_key(term) <% trigram_key(search_key(a.name)) or trigram_key(search_key(a.name)) % trigram_key(term))
    ),
    page as (
        select
            f.id,
            row_number() over (order by
                greatest(
                    similarity(trigram_key(f.key), trigram_key(term)),
                    0.8 * word_similarity(trigram_key(term), trigram_key(f.key))) desc,
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
