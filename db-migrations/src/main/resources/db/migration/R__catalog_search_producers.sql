-- Finding producers by name, role, source, contact and artist, and whom they worked for.

-- Loads the extension: a session that has not used it yet does not know its settings, which functions below set.
select show_limit();

-- Where in producer_names a term is the beginning: a condition on n, with the term in it.
create or replace function names_beginning(p_key text) returns text
language sql
immutable
as $$
select case length(p_key)
    when 1 then format('left(n.name_key, 1) = %L', p_key)
    when 2 then format('left(n.name_key, 2) = %L', p_key)
    else format('n.name_key >= %L and n.name_key < %L', p_key, p_key || chr(1114111))
end
$$;

comment on function names_beginning(text) is
    'SQL condition on a row n of producer_names: its key begins with this one. One and two letters have indexes of their own';

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
        array[regexp_replace(p_term collate "C", '[\s[:punct:]]+', '', 'g')]);
    spelt text;
begin
    select string_agg(
        format('name_spellings(n.name_key) && %L::text[]', word_spellings(left(word, 20))), ' and ')
    into spelt
    from (
        select word
        from regexp_split_to_table(p_term collate "C", '[\s[:punct:]]+') as word
        where word <> ''
        limit 8
    ) as words;
    return query execute format(
        'select n.producer_id, n.name_key::text, n.whole, n.weight
        from producer_names n
        where n.whole
            and (%s or %s)
        order by n.weight desc
        limit %L',
        condition,
        coalesce('(' || spelt || ')', 'false'),
        p_limit);
end
$$;

comment on function producers_spelt(text, integer) is
    'Names all words of which are at most one slip away from a word of the key given, or that differ from it in gaps only; the best known first';

-- The best so many of each kind of match are enough: nobody reads further, and of what thousands of names have in common
-- (a first name, two letters) only the best known people are meant. All candidates come from indexes in that order.
create or replace function producers_matching(p_term text, p_enough integer default 300)
returns table(producer_id uuid, similarity real, weight smallint, name_key text)
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
as $$
declare
    term text := name_search_key(p_term);
begin
    perform check_length('search_term', p_term, 1000);
    perform check_argument(coalesce(term, '') <> '', 'search_term', p_term, 'not be blank');
    perform require_not_negative('p_enough', coalesce(p_enough, 0));
    -- Planned for each term, because one or two letters go by other indexes than more of them.
    return query execute format(
        'with same as (
            select n.producer_id, n.name_key, n.weight
            from producer_names n
            where n.name_key = $1
                and n.whole
            order by n.weight desc, n.producer_id
            limit $2
        ),
        -- In the order of the answer, so that a page is the same wherever this is cut off.
        beginning as (
            select n.producer_id, n.name_key, n.whole, n.weight
            from producer_names n
            where %s
            order by %s n.weight desc, n.name_key, n.producer_id
            limit $2
        ),
        -- Not where a page is full already of names that do begin so.
        spelt as (
            select n.producer_id, n.name_key, n.weight
            from producers_spelt($1, $2) n
            where length($1) >= 3
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
                and $3 <%% trigram_key(n.name_key)
            order by
                word_similarity($3, trigram_key(n.name_key)) + similarity(trigram_key(n.name_key), $3) desc,
                n.weight desc,
                n.name_key,
                n.producer_id
            limit $2
        ),
        candidates as (
            select s.producer_id, 1::real as similarity, s.weight, s.name_key
            from same s
            union all
            select b.producer_id, case when b.whole then 0.9 else 0.8 end, b.weight, b.name_key
            from beginning b
            union all
            select s.producer_id, greatest(0.6, least(0.79, similarity(trigram_key(s.name_key), $3))), s.weight, s.name_key
            from spelt s
            union all
            select
                r.producer_id,
                least(0.59, greatest(similarity(trigram_key(r.name_key), $3), 0.8 * word_similarity($3, trigram_key(r.name_key)))),
                r.weight,
                r.name_key
            from resembling r
        )
        select distinct on (coalesce(p.merged_into, p.id))
            coalesce(p.merged_into, p.id), c.similarity::real, c.weight, c.name_key::text
        from candidates c
        join producers p on p.id = c.producer_id
        order by coalesce(p.merged_into, p.id), c.similarity desc, c.name_key',
        names_beginning(term),
        -- The indexes for one and two letters are sorted by weight alone.
        case when length(term) > 2 then 'n.whole desc,' else '' end)
    using term, p_enough, trigram_key(term);
end
$$;

comment on function producers_matching(text, integer) is
    'Producers whose name or alias is the term (1) or begins with it (0.9), has a word that begins with it (0.8), is one slip a word away from it (0.6 to 0.79) or, when there is none of these, resembles it; accents and case are ignored. Up to p_enough of each kind (null: all), the best known';

create or replace function search_producers(search_term text)
returns table(producer_id uuid, name text, track_count bigint, artist_count bigint, similarity real)
language sql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
    select p.id, p.name, counts.track_count, counts.artist_count, found.similarity
    from producers_matching($1, 120) found
    join producer_summaries counts on counts.producer_id = found.producer_id and counts.role_group = 'produced'
    join producers p on p.id = found.producer_id
    order by found.similarity desc, counts.track_count desc, p.name collate "C", p.id
    limit 100
$$;

comment on function search_producers(text) is
    'Up to 100 producers whose name or alias resembles the term, best first; counts are of what they produced';

-- The group of producer_summaries that these roles are, or that holds them among others.
create or replace function role_group_of(p_roles text[]) returns text
language sql
immutable
as $$
select case
    when p_roles is null then 'any'
    when cardinality(p_roles) = 1 then p_roles[1]
    when cardinality(p_roles) = 3 and (select bool_and(role_produces(role)) from unnest(p_roles) as role) then 'produced'
    else 'any'
end
$$;

comment on function role_group_of(text[]) is
    'The group of producer_summaries that answers for these roles (null: any); any for several that are no group of their own';

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
    'One page of the people with credits in these roles (null: any) that pass every filter given, best first; a blank term means everybody. Counts are of their credits in these roles (in any role where these are several other than the three that produce), and for the artist where one is given. total counts all pages, up to 10001, which stands for more than 10000';

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
    order by count(distinct c.track_id) desc, search_key(a.name) collate "C", a.id;
end
$$;

comment on function get_producer_collaborations(uuid) is
    'The artists a producer produced for (roles producer, co-producer, additional), most tracks first';

revoke all on function
    names_beginning(text),
    producers_spelt(text, integer),
    producers_matching(text, integer),
    search_producers(text),
    role_group_of(text[]),
    summarise_credits(text[], uuid),
    find_producers(text, text[], text, text, boolean, uuid, text, integer, integer),
    get_producer_collaborations(uuid)
from public;

grant execute on function
    producers_matching(text, integer),
    search_producers(text),
    find_producers(text, text[], text, text, boolean, uuid, text, integer, integer),
    get_producer_collaborations(uuid)
to pipeline_reader, pipeline_worker;
