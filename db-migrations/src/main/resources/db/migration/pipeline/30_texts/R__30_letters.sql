-- What is the same letter, in names and titles of every script. Every other function goes through these: a bare lower()
-- answers by the database's locale.

create or replace function small_letters(p_text text) returns text
language sql
immutable
parallel safe
return pg_catalog.lower(p_text collate public.letters);

comment on function small_letters(text) is 'The text with small letters for capitals, by Unicode; in every locale the same';

create or replace function in_one_case(p_text text) returns boolean
language sql
immutable
parallel safe
return p_text in (pg_catalog.upper(p_text collate public.letters), pg_catalog.lower(p_text collate public.letters));

comment on function in_one_case(text) is 'Whether all letters of a text are capitals, or all are small';

-- Taken apart first, because a letter may come as one character or as a letter and its accent, and put together again
-- for what is no accent. The sigma at the end of a word is the same letter, and what was typed may go on after it.
create or replace function search_key(value text) returns text
language sql
immutable
parallel safe
return case
    when pg_catalog.octet_length(value) = pg_catalog.length(value) then pg_catalog.lower(value collate public.letters)
    else pg_catalog.translate(
        pg_catalog.lower(
            pg_catalog.normalize(
                unaccent('unaccent'::regdictionary, pg_catalog.normalize(value, 'NFD')),
                'NFC') collate public.letters),
        'ς' || pg_catalog.chr(775),
        'σ')
end;

comment on function search_key(text) is
    'The form in which text that people search for is compared: lower case, without accents. Null for null. Searches must use it exactly so, or the trigram indexes on it do not serve them';

-- What pg_trgm takes for a letter, again the database's locale decides. It has to do with ASCII only when other letters
-- stand for one of ASCII each; that two of them may stand for the same one adds a likeness now and then.
create or replace function trigram_key(p_key text) returns text
language sql
immutable
parallel safe
return case
    when pg_catalog.octet_length(p_key) = pg_catalog.length(p_key) then p_key
    else (
        select pg_catalog.string_agg(
            case
                when pg_catalog.ascii(letter) < 128 then letter
                when letter collate public.letters ~ '[[:alnum:]]' then
                    pg_catalog.substr('abcdefghijklmnopqrstuvwxyz0123456789', pg_catalog.ascii(letter) % 36 + 1, 1)
                else ' '
            end,
            '' order by place)
        from pg_catalog.string_to_table(p_key, null) with ordinality as t (letter, place)
    )
end;

comment on function trigram_key(text) is
    'A search_key for pg_trgm to compare: letters beyond ASCII stand as letters of it, so that names in every script have a likeness';

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
