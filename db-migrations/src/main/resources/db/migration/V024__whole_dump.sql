-- A run without Spotify takes artists and their releases from a dump, too.

alter table musicbrainz_dumps
drop constraint musicbrainz_dumps_kind_check,
add constraint musicbrainz_dumps_kind_check check (kind in ('release', 'work', 'artist'));

-- Not valid: what is there passed the narrower check, and looking at millions of rows again would keep everybody waiting.
alter table musicbrainz_dump_keys
drop constraint musicbrainz_dump_keys_kind_check,
add constraint musicbrainz_dump_keys_kind_check check (kind in ('spotify', 'barcode', 'isrc', 'artist', 'name')) not valid;

-- What was read of it lacks the releases that are kept from now on, and nobody would see that it does.
update musicbrainz_dumps
set state = 'outdated'
where state = 'loading'
    and kind = 'release';

comment on column musicbrainz_dumps.kind is
    'What it lists: release (with its recordings and their credits), work (with its writers) or artist (with its names and pages elsewhere)';

comment on table musicbrainz_dump_entries is
    'What a dump says of a release, work or artist, cut down to what is read of it; read only by their dump_id''s being in use';
comment on column musicbrainz_dump_entries.id is 'The release''s, work''s or artist''s id at MusicBrainz';
comment on column musicbrainz_dump_entries.content is
    'The entry in MusicBrainz'' own form. Of a release what it is, media, tracks, recordings and who made them, where a recording leaves out what its track says, too, and whom it is by when that is as with the recording before; of a work its writers; of an artist names, years and pages elsewhere';

comment on table musicbrainz_dump_keys is 'By what a release or artist of a dump is found, and a recording of one';
comment on column musicbrainz_dump_keys.kind is
    'spotify (album id), barcode (without leading zeros), isrc, artist (id of one that an official release is by) or name (of an artist as it is compared, up to 100 characters)';
comment on column musicbrainz_dump_keys.target_id is
    'What it belongs to: the recording of an ISRC, the artist of a name, else the release';
comment on column musicbrainz_dump_keys.release_id is
    'The entry to read; of a recording or artist on several releases one is enough, in a dump of artists it is the artist''s';
