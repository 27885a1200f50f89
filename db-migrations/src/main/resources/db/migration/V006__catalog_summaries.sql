-- What search and pages read instead of adding up millions of credits each time. Both tables are computed from the
-- others, by triggers in the same transaction, and can be computed anew at any time (refresh_producer_summaries).

-- A word, and what is left of it without one of its letters. Two words that have one of these in common are one slip
-- apart: a letter missing, added, wrong or swapped with its neighbour. Found by equality, which an index answers as fast
-- among millions of similar names as among few; likeness by trigrams is not.
create function word_spellings(word text) returns text[]
language sql
immutable
parallel safe
return case
    when length(word) < 3 then array[word]
    else array(
        select overlay(word placing '' from place for 1)
        from generate_series(1, length(word)) as place
        union
        select word
    )
end;

comment on function word_spellings(text) is
    'A word and its forms without one letter; words of one or two letters only as they are';

-- The name without its gaps is one more word: JayZ, Jay Z and Jay-Z are one.
create function name_spellings(name_key text) returns text[]
language sql
immutable
parallel safe
return array(
    select spelling
    from regexp_split_to_table(left(name_key, 200), '[\s[:punct:]]+') as word
    cross join lateral unnest(public.word_spellings(left(word, 20))) as spelling
    where word <> ''
    union
    select left(regexp_replace(name_key, '[\s[:punct:]]+', '', 'g'), 200)
);

comment on function name_spellings(text) is
    'word_spellings of every word in the key of a name, and the name without gaps';

revoke execute on function word_spellings(text), name_spellings(text) from public;

create table producer_names (
    producer_id uuid not null references producers (id) on delete cascade,
    -- Compared byte by byte, so that an index serves "begins with".
    name_key text collate "C" not null,
    whole boolean not null,
    weight smallint not null default 0,
    primary key (producer_id, name_key)
);

comment on table producer_names is
    'Under what a producer is found: the keys of its name and aliases, and of what follows each later word in them. Computed from producers and producer_aliases';
comment on column producer_names.producer_id is 'The row in producers that bears the name; may be a merged one';
comment on column producer_names.name_key is
    'search_key of the name, or the rest of it from a later word on; its first 200 characters';
comment on column producer_names.whole is 'False for the rest of a name from a later word on';
comment on column producer_names.weight is
    'How much the person produced: the binary logarithm of the tracks plus one, so that it seldom changes. Sorts equal matches';

-- "Begins with", without a look at the table.
create index producer_names_prefix on producer_names (name_key) include (producer_id, whole, weight);
-- What begins with one or two letters are tens of thousands; only the best of them are wanted.
create index producer_names_one_letter on producer_names (left(name_key, 1), weight desc, name_key, producer_id);
create index producer_names_two_letters on producer_names (left(name_key, 2), weight desc, name_key, producer_id);
-- One slip away, and farther away.
create index producer_names_spelt on producer_names using gin (name_spellings(name_key)) where whole;
create index producer_names_similar on producer_names using gin (name_key gin_trgm_ops) where whole;

-- Vacuum must keep the visibility map current, or the index alone does not suffice.
alter table producer_names set (
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.05);

-- Rows live no longer than the transaction that makes them, so there is nothing to be found after a crash.
create unlogged table producers_to_summarise (
    producer_id uuid not null,
    transaction xid8 not null default pg_current_xact_id()
);

create index on producers_to_summarise (transaction);

comment on table producers_to_summarise is
    'Whose credits the transactions in progress have changed; emptied by each of them when it commits';
comment on column producers_to_summarise.producer_id is 'The producer, merged or not';
comment on column producers_to_summarise.transaction is 'The transaction that noted it, and that adds its credits up at its end';

create table producer_summaries (
    producer_id uuid not null references producers (id) on delete cascade,
    role_group text not null,
    song_count bigint not null,
    track_count bigint not null,
    artist_count bigint not null,
    avg_track_popularity numeric,
    confidence numeric,
    roles text[] not null,
    sources text[] not null,
    verifications text[] not null,
    name_key text collate "C" not null,
    has_contact boolean not null,
    primary key (producer_id, role_group)
);

comment on table producer_summaries is
    'Credits added up, by producer and group of roles. Computed from the catalogue; merged producers have no row, every other one has a row produced';
comment on column producer_summaries.producer_id is 'The producer, never a merged row; its credits include those of rows merged into it';
comment on column producer_summaries.role_group is
    'A role; any for all of them; produced for those that make somebody a producer of the song (producer, co-producer, additional)';
comment on column producer_summaries.song_count is 'Different songs (recordings)';
comment on column producer_summaries.track_count is 'Tracks; a song on three albums counts three times';
comment on column producer_summaries.artist_count is 'Different artists';
comment on column producer_summaries.avg_track_popularity is
    'Mean of Spotify''s figure, 0 to 100, one decimal; null where no track has one';
comment on column producer_summaries.confidence is 'Mean confidence of the credits, 0 to 1; null without credits';
comment on column producer_summaries.roles is 'The roles credited';
comment on column producer_summaries.sources is 'Who says so: the sources of the credits and of the evidence behind them';
comment on column producer_summaries.verifications is 'How the credits are verified; n sources are kept as several sources';
comment on column producer_summaries.name_key is 'search_key of the name, to sort by';
comment on column producer_summaries.has_contact is 'Whether an e-mail address or an Instagram handle is known';

-- Pages show the first so many by one of these, and equal ones by name. Without the name in the index, hundreds of
-- thousands with two songs each would be sorted for every page.
create index producer_summaries_songs on producer_summaries (role_group, song_count desc, name_key, producer_id);
create index producer_summaries_artists on producer_summaries (artist_count desc, name_key, producer_id)
    where role_group = 'produced';
create index producer_summaries_popularity
    on producer_summaries (avg_track_popularity desc nulls last, name_key, producer_id)
    where role_group = 'produced';
create index producer_summaries_confidence on producer_summaries (confidence desc nulls last, name_key, producer_id)
    where role_group = 'produced';
create index producer_summaries_name on producer_summaries (name_key, producer_id) where role_group = 'produced';
create index producer_summaries_tracks on producer_summaries (track_count desc) where role_group = 'produced';
-- One in twenty has a contact; without this index counting them would mean looking at everybody.
create index producer_summaries_contact on producer_summaries (role_group, song_count desc, name_key, producer_id)
    where has_contact;
create index producer_summaries_facts on producer_summaries using gin (sources, verifications);

alter table producer_summaries set (
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.05);
