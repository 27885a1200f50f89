-- Finding producers by name, and whom they worked for.

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
    'The artists a producer produced for (in the roles that credit_roles says produce), most tracks first';
