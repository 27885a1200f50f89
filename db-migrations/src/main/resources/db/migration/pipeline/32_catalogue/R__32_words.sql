-- Which catalogue's word stands. Spotify's wins and MusicBrainz fills the gaps, whichever spoke first: so each row knows
-- what of it is MusicBrainz' word.

create or replace function open_word(p_open text[], p_field text, p_known text, p_given text)
returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case when p_known is null or p_field = any (p_open) then coalesce(p_given, p_known) else p_known end;
end
$$;

comment on function open_word(text[], text, text, text) is
    'What a column says after somebody spoke to whom the columns p_open are open: their word there and where nothing is known, else what is known';

create or replace function open_word(p_open text[], p_field text, p_known integer, p_given integer)
returns integer
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case when p_known is null or p_field = any (p_open) then coalesce(p_given, p_known) else p_known end;
end
$$;

comment on function open_word(text[], text, integer, integer) is
    'What a column says after somebody spoke to whom the columns p_open are open: their word there and where nothing is known, else what is known';

create or replace function open_word(p_open text[], p_field text, p_known date, p_given date)
returns date
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case when p_known is null or p_field = any (p_open) then coalesce(p_given, p_known) else p_known end;
end
$$;

comment on function open_word(text[], text, date, date) is
    'What a column says after somebody spoke to whom the columns p_open are open: their word there and where nothing is known, else what is known';

create or replace function open_words(p_open text[], p_known jsonb, p_given jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case when 'name' = any (p_open) then p_known - 'versions' else p_known end || coalesce(
        (
            select jsonb_object_agg(g.key, g.value)
            from jsonb_each(p_given) as g
            where (not p_known ? g.key or g.key = any (p_open))
                -- What a title says of the recording goes with the title.
                and (g.key not in ('versions', 'recording_key') or 'name' = any (p_open))
        ),
        '{}');
end
$$;

comment on function open_words(text[], jsonb, jsonb) is
    'What metadata say after somebody spoke to whom these keys are open: their word under these and under keys that are new, else what is known';

create or replace function words_of_musicbrainz(p_from text[], p_known jsonb, p_given jsonb) returns text[]
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return nullif(
        array(
            select unnest(p_from)
            union
            select g.key
            from jsonb_each(p_given) as g
            where not p_known ? g.key
                and (g.key not in ('versions', 'recording_key') or p_known = '{}' or 'name' = any (p_from))
            order by 1
        ),
        '{}');
end
$$;

comment on function words_of_musicbrainz(text[], jsonb, jsonb) is
    'from_musicbrainz after MusicBrainz spoke, where p_known and p_given are columns and metadata in one object';

create or replace function words_left(p_from text[], p_given jsonb) returns text[]
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return nullif(
        array(
            select f
            from unnest(p_from) as f
            where not p_given ? f
                and not (f in ('versions', 'recording_key') and p_given ? 'name')
            order by 1
        ),
        '{}');
end
$$;

comment on function words_left(text[], jsonb) is
    'from_musicbrainz after Spotify spoke: without what it gave, columns and metadata in one object';

create or replace function words_in(p_columns jsonb, p_metadata jsonb) returns jsonb
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return p_metadata || jsonb_strip_nulls(p_columns);
end
$$;

comment on function words_in(jsonb, jsonb) is 'Columns, without those that are null, and metadata in one object';

create or replace function spotify_knows(p_spotify_id text, p_from text[]) returns boolean
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select p_spotify_id is not null and 'spotify_id' = any (p_from) is not true
$$;

comment on function spotify_knows(text, text[]) is
    'Whether a row''s id of Spotify is Spotify''s own word: MusicBrainz'' links may be dead, or lead to another upload';

create or replace function open_to(p_catalogue text, p_from text[], p_given jsonb) returns text[]
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case p_catalogue when 'spotify' then array(select jsonb_object_keys(p_given)) else p_from end;
end
$$;

comment on function open_to(text, text[], jsonb) is
    'Which columns and keys of metadata a catalogue''s word replaces: Spotify''s all that it gives, MusicBrainz'' those where its own word stands';

create or replace function words_after(p_catalogue text, p_from text[], p_known jsonb, p_given jsonb) returns text[]
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case p_catalogue when 'spotify' then words_left(p_from, p_given) else words_of_musicbrainz(p_from, p_known, p_given) end;
end
$$;

comment on function words_after(text, text[], jsonb, jsonb) is 'from_musicbrainz after a catalogue spoke';
