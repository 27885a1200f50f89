-- Evidence first, people second: what each source says about a song, whom it means, and what people have corrected.

create table credit_evidence (
    id uuid primary key default gen_random_uuid(),
    song_id uuid not null references normalized_tracks (id) on delete cascade,
    source text not null check (source <> ''),
    outcome text not null check (outcome in ('credited', 'none_found', 'ambiguous')),
    raw_name text,
    name_key text,
    raw_role text,
    role text check (role in (
        'producer', 'co-producer', 'additional', 'executive', 'vocal producer', 'remixer', 'programmer',
        'mixer', 'engineer', 'writer', 'composer', 'lyricist', 'other')),
    source_person_id text,
    source_song_id text,
    source_url text,
    match_kind text,
    match_strength real check (match_strength between 0 and 1),
    producer_id uuid references producers (id) on delete cascade,
    observed_at timestamptz not null default now(),
    ask_again_at timestamptz,
    -- A claim without a name or role credits nobody; an answer without a claim must not carry half of one.
    check (
        outcome <> 'credited'
        or (raw_name is not null and name_key is not null and raw_role is not null and role is not null
            and match_kind is not null and match_strength is not null)),
    check (outcome = 'credited' or (raw_name is null and role is null and producer_id is null))
);

-- The same claim made again changes nothing. Absent ids count as equal, or every repetition would add a row.
create unique index credit_evidence_claim
    on credit_evidence (song_id, source, outcome, source_song_id, source_person_id, name_key, raw_role)
    nulls not distinct;
create index credit_evidence_producer on credit_evidence (producer_id);
create index credit_evidence_ask_again on credit_evidence (ask_again_at) where ask_again_at is not null;

comment on table credit_evidence is
    'One row a claim of a source about a song; track_producers is computed from it. Outcomes none_found and ambiguous are answers too: asked, nobody credited.';
comment on column credit_evidence.song_id is 'The recording class the claim is about; shared by all its tracks';
comment on column credit_evidence.source is 'Who says so: musicbrainz, genius, title …';
comment on column credit_evidence.raw_name is 'The name as the source prints it for this song';
comment on column credit_evidence.name_key is 'Key of the name under which the source keeps the person';
comment on column credit_evidence.raw_role is 'The role in the source''s own words';
comment on column credit_evidence.source_person_id is 'The person''s id at the source, where it has one';
comment on column credit_evidence.source_song_id is 'The recording or page at the source that makes the claim';
comment on column credit_evidence.match_kind is 'How the song was matched to the source''s: by album position, ISRC, Spotify id, title and artist …';
comment on column credit_evidence.match_strength is '0 to 1: how sure it is that the source speaks of this song and of this role';
comment on column credit_evidence.producer_id is 'Whom the claim means, as resolved; may be a row merged into another since';
comment on column credit_evidence.ask_again_at is 'When an answer that credits nobody is worth a new question';

-- Which releases of a source an album is, so that one question serves all songs of the album.
create table album_lookups (
    album_id uuid not null references albums (id) on delete cascade,
    source text not null check (source <> ''),
    release_ids text[] not null default '{}',
    looked_at timestamptz not null default now(),
    ask_again_at timestamptz,
    primary key (album_id, source)
);

comment on table album_lookups is
    'The releases of a source that an album was found to be; an empty list is the answer "not known there", valid until ask_again_at';

-- What a source says about a whole release, kept so that its songs share one call, also those stored later.
create table source_releases (
    source text not null check (source <> ''),
    release_id text not null,
    tracks jsonb not null check (jsonb_typeof(tracks) = 'array'),
    observed_at timestamptz not null default now(),
    ask_again_at timestamptz not null,
    primary key (source, release_id)
);

comment on table source_releases is
    'The credits of every track of a release as a source gave them; read again only after ask_again_at';
comment on column source_releases.tracks is
    'Array of {disc, position, title, length_ms, recording_id, isrcs, credits}; an unknown release has an empty array';

create table producer_aliases (
    id uuid primary key default gen_random_uuid(),
    producer_id uuid not null references producers (id) on delete cascade,
    alias text not null check (btrim(alias) <> ''),
    alias_key text not null check (alias_key <> ''),
    source text not null,
    created_at timestamptz not null default now(),
    unique (producer_id, alias_key)
);

create index producer_aliases_key on producer_aliases (alias_key);
create index producer_aliases_trigram on producer_aliases using gin (search_key(alias) gin_trgm_ops);

comment on table producer_aliases is
    'Further names of a producer. Stays with the row it was learnt for when that is merged, so that a merge can be undone';

create table producer_identities (
    id uuid primary key default gen_random_uuid(),
    producer_id uuid not null references producers (id) on delete cascade,
    provider text not null check (provider <> ''),
    external_id text not null check (external_id <> ''),
    created_at timestamptz not null default now(),
    unique (provider, external_id)
);

create index producer_identities_producer on producer_identities (producer_id);

comment on table producer_identities is
    'Who a producer is at a provider (musicbrainz, genius, discogs, spotify, wikidata). Decides before names do';

create table corrections (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('merge', 'distinct', 'add_credit', 'confirm_credit', 'reject_credit')),
    subject uuid not null,
    object uuid not null,
    role text,
    "by" text not null check (btrim("by") <> ''),
    reason text,
    created_at timestamptz not null default now(),
    reverted_at timestamptz,
    reverted_by text,
    check (subject <> object)
);

-- One word in force about the same things; repeating it is no second correction.
create unique index corrections_in_force
    on corrections (kind, subject, object, role) nulls not distinct
    where reverted_at is null;
create index corrections_subject on corrections (subject) where reverted_at is null;
create index corrections_object on corrections (object) where reverted_at is null;

comment on table corrections is
    'What a person (or a proof by ids) decided about people and credits: obeyed by every later run until reverted';
comment on column corrections.subject is
    'merge: the producer that became part of object; distinct: one of the two; credits: the song (normalized_tracks)';
comment on column corrections.object is 'merge: the producer that stays; distinct: the other one; credits: the producer';
comment on column corrections.role is 'Credits: the role meant; null in a rejection means every role';
