-- What was kept of MusicBrainz' dumps, so that releases and their credits are known without a call.

create table musicbrainz_dumps (
    id integer generated always as identity primary key,
    kind text not null check (kind in ('release', 'work')),
    stamp text not null check (stamp <> ''),
    taken_at timestamptz not null,
    replication_sequence bigint,
    state text not null default 'loading' check (state in ('loading', 'in use', 'outdated')),
    lines bigint not null default 0 check (lines >= 0),
    bytes bigint not null default 0 check (bytes >= 0),
    kept bigint not null default 0 check (kept between 0 and lines),
    broken bigint not null default 0 check (broken between 0 and lines),
    started_at timestamptz not null default now(),
    read_at timestamptz not null default now(),
    completed_at timestamptz,
    check (state <> 'loading' or completed_at is null),
    check (state <> 'in use' or completed_at is not null)
);

-- Of each kind one dump is believed and one may be on its way to that.
create unique index musicbrainz_dumps_in_use on musicbrainz_dumps (kind) where state = 'in use';
create unique index musicbrainz_dumps_loading on musicbrainz_dumps (kind) where state = 'loading';

comment on table musicbrainz_dumps is
    'The JSON dumps of MusicBrainz that were or are being imported. Written by begin_, store_, complete_ and forget_musicbrainz_…';
comment on column musicbrainz_dumps.id is 'Row id';
comment on column musicbrainz_dumps.kind is 'What it lists: release (with its recordings and their credits) or work (with its writers)';
comment on column musicbrainz_dumps.stamp is
    'Tells it from other dumps: its TIMESTAMP, or a digest of its beginning where it comes without';
comment on column musicbrainz_dumps.taken_at is 'When MusicBrainz took it; evidence names the day';
comment on column musicbrainz_dumps.replication_sequence is 'Its REPLICATION_SEQUENCE; null where it comes without';
comment on column musicbrainz_dumps.state is
    'loading: not used yet. in use: complete, and asked before MusicBrainz. outdated: replaced or given up, its rows are going';
comment on column musicbrainz_dumps.lines is 'Lines read; what they held is stored. An interrupted import goes on after them';
comment on column musicbrainz_dumps.bytes is 'Bytes of its uncompressed lines read, up to the start of the next one';
comment on column musicbrainz_dumps.kept is 'Entries stored';
comment on column musicbrainz_dumps.broken is 'Lines that could not be read and were left out';
comment on column musicbrainz_dumps.started_at is 'When its import began';
comment on column musicbrainz_dumps.read_at is 'When it was last read on';
comment on column musicbrainz_dumps.completed_at is 'When all of it was stored; null before that';

-- Without foreign keys to musicbrainz_dumps: millions of rows come in one go, written by one function only.
create table musicbrainz_dump_entries (
    dump_id integer not null,
    id uuid not null,
    content jsonb not null check (jsonb_typeof(content) = 'object'),
    primary key (dump_id, id)
);

-- Entries repeat themselves (types of relations, people), and most are shorter than what is compressed by default.
alter table musicbrainz_dump_entries set (toast_tuple_target = 256);

comment on table musicbrainz_dump_entries is
    'What a dump says of a release or work, cut down to what identification reads; read only by their dump_id''s being in use';
comment on column musicbrainz_dump_entries.dump_id is 'The dump (musicbrainz_dumps)';
comment on column musicbrainz_dump_entries.id is 'The release''s or work''s id at MusicBrainz';
comment on column musicbrainz_dump_entries.content is
    'The entry in MusicBrainz'' own form: of a release media, tracks, recordings and who made them; of a work its writers';

create table musicbrainz_dump_keys (
    dump_id integer not null,
    kind text not null check (kind in ('spotify', 'barcode', 'isrc')),
    value text not null check (length(value) between 1 and 100),
    target_id uuid not null,
    release_id uuid not null,
    primary key (dump_id, kind, value, target_id)
);

comment on table musicbrainz_dump_keys is 'By what a release of a dump is found, and a recording of one';
comment on column musicbrainz_dump_keys.dump_id is 'The dump (musicbrainz_dumps)';
comment on column musicbrainz_dump_keys.kind is 'spotify (album id), barcode (without leading zeros) or isrc';
comment on column musicbrainz_dump_keys.value is 'The key itself';
comment on column musicbrainz_dump_keys.target_id is 'What it belongs to: the recording of an ISRC, else the release';
comment on column musicbrainz_dump_keys.release_id is 'The entry to read; of a recording on several releases one is enough';
