-- What tells an artist's songs apart stands in columns. normalized_name, which people read, follows from them: a title
-- that several songs have is told apart by the seconds that each of the further ones takes.
drop index normalized_tracks_title_idx;
alter table normalized_tracks
    add column title_key text check (title_key <> ''),
    add column seconds integer check (seconds >= 0);

-- Nothing about these songs is newer than before.
alter table normalized_tracks disable trigger normalized_tracks_updated;
update normalized_tracks
set title_key = regexp_replace(normalized_name, '(.) ~[0-9]{1,7}$', '\1'),
    seconds = substring(normalized_name from '. ~([0-9]{1,7})$')::integer;
alter table normalized_tracks enable trigger normalized_tracks_updated;

alter table normalized_tracks alter column title_key set not null;
create index normalized_tracks_title_key on normalized_tracks (artist_id, title_key);

create function song_name(p_title_key text, p_seconds integer) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
    select p_title_key || coalesce(' ~' || p_seconds::text, '')
$$;

comment on function song_name(text, integer) is
    'The normalized_name of a song: the key of its title and, where the artist has an earlier song of that title, its seconds';

create function name_song() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.title_key := coalesce(new.title_key, new.normalized_name);
    new.normalized_name := song_name(new.title_key, new.seconds);
    return new;
end
$$;

comment on function name_song() is 'Keeps normalized_name what title_key and seconds say; a song of which only the name is given has it for its title';

create trigger normalized_tracks_named before insert or update of title_key, seconds, normalized_name on normalized_tracks
    for each row execute function name_song();
