-- Capital and small letters. Every other function goes through these: a bare lower() answers by the database's locale.

-- Names of queues, codes and the like are of ASCII. To the rest of the letters C does nothing.
create or replace function ascii_lower(p_text text) returns text
language sql
immutable
parallel safe
return pg_catalog.lower(p_text collate "C");

comment on function ascii_lower(text) is 'The text with small letters for the capitals of ASCII; in every locale the same';

create or replace function ascii_upper(p_text text) returns text
language sql
immutable
parallel safe
return pg_catalog.upper(p_text collate "C");

comment on function ascii_upper(text) is 'The text with capitals for the small letters of ASCII; in every locale the same';

create or replace function small_letters(p_text text) returns text
language sql
immutable
parallel safe
return pg_catalog.lower(p_text collate public.letters);

comment on function small_letters(text) is 'The text with small letters for capitals, by Unicode; in every locale the same';

create or replace function is_ascii(p_text text) returns boolean
language sql
immutable
parallel safe
return pg_catalog.octet_length(p_text) = pg_catalog.length(p_text);

comment on function is_ascii(text) is 'Whether a text has no letter or sign beyond ASCII';

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

revoke all on function
    ascii_lower(text),
    ascii_upper(text),
    small_letters(text),
    is_ascii(text),
    in_one_case(text),
    trigram_key(text)
from public;

grant execute on function
    ascii_lower(text),
    ascii_upper(text),
    small_letters(text),
    is_ascii(text),
    in_one_case(text),
    trigram_key(text)
to pipeline_reader;
