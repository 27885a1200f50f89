-- A catalogue and queues of the size that years of running would make, all of it invented, the same in every run. Sizes
-- come from the settings size.producers, size.credits, size.archived and size.waiting. Names have the habits of real
-- ones: common and rare first and last names, stage names of one word, beginnings that thousands share, accents, other
-- scripts. A few producers have thousands of credits, most have two or three.
--
-- Triggers are off and indexes gone while rows are loaded; both are made up for at the end.

set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';

create temporary table removed_indexes as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i
join pg_class c on c.oid = i.indrelid
where c.relnamespace in ('public'::regnamespace, 'pgmq'::regnamespace)
    and not i.indisunique;

do $$
declare
    removed text;
begin
    for removed in select name from removed_indexes loop
        execute 'drop index ' || removed;
    end loop;
end
$$;

select setseed(0.5);

-- Between 0 and p_below, small numbers more often than large ones, the same for the same seed.
create function pg_temp.skewed(p_seed bigint, p_salt bigint, p_below integer) returns integer
language sql
immutable
return (
    power((hashint8extended(p_seed, p_salt) & 1048575) / 1048576.0, 2) * p_below
)::integer % p_below;

create temporary table syllables as
select place, word
from unnest(array[
    'ma', 'ri', 'lo', 'ka', 'den', 'ro', 'si', 'ta', 'vel', 'no', 'ber', 'li', 'san', 'to', 'mi', 'har', 'el', 'zo',
    'can', 'de', 'win', 'ste', 'ny', 'gra', 'pol', 'fu', 'jes', 'ko', 'bra', 'ly', 'qui', 'dor', 'ash', 'ton', 'cle',
    'hu', 'wes', 'ga', 'pri', 'che', 'lund', 'bo', 'yan', 'thi', 'ox', 'umb', 'ire', 'ev', 'jó', 'zoë', 'bjö', 'ré',
    'łu', 'sø', 'ån', 'çe']) with ordinality as syllable (word, place);

create temporary table first_words as
select n as place, initcap(a.word || b.word) as word
from generate_series(1, 3000) as n
join syllables a on a.place = 1 + pg_temp.skewed(n, 1, 56)
join syllables b on b.place = 1 + pg_temp.skewed(n, 2, 56);

create temporary table last_words as
select n as place, initcap(a.word || b.word || c.word) as word
from generate_series(1, 60000) as n
join syllables a on a.place = 1 + pg_temp.skewed(n, 3, 56)
join syllables b on b.place = 1 + pg_temp.skewed(n, 4, 56)
join syllables c on c.place = 1 + pg_temp.skewed(n, 5, 56);

analyze first_words, last_words;

create function pg_temp.one_of(p_words text[], p_seed bigint, p_salt bigint) returns text
language sql
immutable
return p_words[1 + pg_temp.skewed(p_seed, p_salt, cardinality(p_words))];

create function pg_temp.people(p_from bigint, p_count bigint) returns table (place bigint, name text)
language sql
as $$
select
    n - p_from + 1,
    case pg_temp.skewed(n, 6, 20)
        when 14 then
            pg_temp.one_of(array['金', '李', '林', '王', '陈', '佐藤', '鈴木', '高橋', '김', '이', '박', '최'], n, 7)
                || pg_temp.one_of(array['明', '花', '伟', '健', '美', '翔', '雪', '민', '서', '지', '하'], n, 8)
                || pg_temp.one_of(array['', '子', '太', '平', '杰', '준', '연', '우'], n, 9)
        when 15 then
            pg_temp.one_of(array['Иван', 'Олег', 'Мария', 'Анна', 'Юлия'], n, 7)
                || ' ' || pg_temp.one_of(array['Котов', 'Белин', 'Сомова', 'Лесков'], n, 8)
                || pg_temp.one_of(array['', 'ский', 'ин', 'енко'], n, 9)
        when 16 then
            pg_temp.one_of(array['DJ', 'Lil', 'MC', 'The', 'Young', 'Big'], n, 7) || ' ' || last.word
        when 17 then last.word
        when 18 then last.word || lower(first.word)
        else first.word || ' ' || last.word
    end
from generate_series(p_from, p_from + p_count - 1) as n
join first_words first on first.place = 1 + pg_temp.skewed(n, 7, 3000)
join last_words last on last.place = 1 + pg_temp.skewed(n, 8, 60000)
$$;

-- The first argument says what a row is, the second which one.
create function pg_temp.id(p_kind text, p_number bigint) returns uuid
language sql
immutable
return md5(p_kind || p_number)::uuid;

insert into producers (id, name, normalized_name, email, enriched_at)
select
    pg_temp.id('producer', place),
    name,
    'producer ' || place,
    case when place % 20 = 0 then 'office' || place || '@example.org' end,
    now() - place * interval '1 second'
from pg_temp.people(1, current_setting('size.producers')::integer);

insert into producer_aliases (producer_id, alias, alias_key, source)
select pg_temp.id('producer', place * 5), name, 'alias ' || place, 'musicbrainz'
from pg_temp.people(10000000, current_setting('size.producers')::integer / 5);

insert into producer_identities (producer_id, provider, external_id)
select pg_temp.id('producer', n), 'genius', n::text
from generate_series(1, current_setting('size.producers')::integer) as n;

-- An artist has 3 albums of 10 tracks; every second artist's first album is found again as a deluxe edition.
create temporary table size as
select
    current_setting('size.credits')::integer / 3 as tracks,
    current_setting('size.credits')::integer / 30 as albums,
    current_setting('size.credits')::integer / 90 as artists;

insert into artists (id, name, spotify_id, popularity, metadata, created_at)
select
    pg_temp.id('artist', place),
    name,
    'artist' || place,
    place % 101,
    jsonb_build_object('genres', jsonb_build_array('genre ' || place % 200)),
    now() - place * interval '1 minute'
from size, pg_temp.people(20000000, size.artists);

insert into albums (id, artist_id, name, spotify_id, release_date)
select
    pg_temp.id('album', n),
    pg_temp.id('artist', 1 + n % size.artists),
    last.word,
    'album' || n,
    date '1960-01-01' + n % 24000
from size, generate_series(1, size.albums) as n
join last_words last on last.place = 1 + pg_temp.skewed(n, 10, 60000);

insert into artist_albums (artist_id, album_id)
select artist_id, id
from albums;

insert into normalized_tracks (id, artist_id, title_key, normalized_name, representative_track_id)
select
    pg_temp.id('song', n),
    pg_temp.id('artist', 1 + (n / 10) % size.artists),
    'song ' || n,
    'song ' || n,
    pg_temp.id('track', n)
from size, generate_series(0, size.tracks - 1) as n
where n / 10 % 7 <> 3;

-- Every seventh album repeats the songs of the one before.
insert into tracks (id, album_id, song_id, name, spotify_id, isrc, duration_ms, popularity)
select
    pg_temp.id('track', n),
    pg_temp.id('album', 1 + (n / 10) % size.albums),
    pg_temp.id('song', case when n / 10 % 7 = 3 then n - 10 else n end),
    first.word || ' ' || lower(last.word),
    'track' || n,
    'QZ' || lpad(n::text, 10, '0'),
    180000 + n % 90000,
    n % 101
from size, generate_series(0, size.tracks - 1) as n
join first_words first on first.place = 1 + pg_temp.skewed(n, 11, 3000)
join last_words last on last.place = 1 + pg_temp.skewed(n, 12, 60000);

insert into track_producers (track_id, producer_id, role, confidence, source, verification)
select
    pg_temp.id('track', n / 3),
    pg_temp.id('producer', 1 + case
        when n % 5 = 0 then n / 5 % current_setting('size.producers')::integer
        else pg_temp.skewed(n, 13, current_setting('size.producers')::integer)
    end),
    (array['producer', 'producer', 'writer', 'producer', 'engineer', 'co-producer', 'mixer'])[1 + n % 7],
    0.7 + (n % 30) / 100.0,
    (array['genius', 'musicbrainz', 'genius', 'discogs'])[1 + n % 4],
    (array['single source', '2 sources', 'single source'])[1 + n % 3]
from size, generate_series(0, size.tracks * 3 - 1) as n
on conflict do nothing;

insert into processing_status (entity_type, entity_id, state, attempts, last_processed_at)
select 'song', id::text, 'COMPLETED', 1, now() - interval '1 day' * random() * 60
from normalized_tracks;

-- Messages: most wait and were finished in the stage that takes longest.
create function pg_temp.body(p_stage text, p_number bigint, p_artists integer) returns jsonb
language sql
immutable
return jsonb_build_object(
    'artistId', pg_temp.id('artist', 1 + p_number % p_artists),
    'trackId', pg_temp.id('track', p_number),
    'songId', pg_temp.id('song', p_number),
    'artistName', 'Somebody ' || p_number,
    '_idempotencyKey', p_stage || ':' || p_number,
    '_correlationId', pg_temp.id('run', p_number / 1000));

insert into run_outcomes (correlation_id, asked, outcome, artist_id)
select pg_temp.id('run', n), '{"artistName": "Somebody"}', 'running', pg_temp.id('artist', n + 1)
from generate_series(0, 1000) as n;

do $$
declare
    stage record;
begin
    for stage in
        select *
        from (values
            ('artist_discovery', 0.02), ('album_discovery', 0.03), ('track_discovery', 0.2),
            ('producer_identification', 0.65), ('social_enrichment', 0.1)) as stages (name, share)
    loop
        execute format(
            'insert into pgmq.%I (vt, message, read_ct, last_read_at, headers)
            select
                now() - interval ''1 minute'' + case when n %% 20 = 0 then interval ''1 hour'' else interval ''0'' end,
                pg_temp.body($1, n, $3),
                case when n %% 20 < 2 then 1 else 0 end,
                case when n %% 20 < 2 then now() end,
                case when n %% 40 = 0 then jsonb_build_object(''delayedUntil'', now() + interval ''59 minutes'') end
            from generate_series(1, $2) as n',
            'q_' || stage.name)
        using stage.name, (current_setting('size.waiting')::integer * stage.share)::integer, (select artists from size);
        execute format(
            'insert into pgmq.%I (msg_id, vt, message, read_ct, last_read_at, enqueued_at, archived_at)
            select
                n + 10000000,
                now(),
                pg_temp.body($1, n, $3),
                1,
                now(),
                now() - n * interval ''2 seconds'',
                now() - n * interval ''1 second''
            from generate_series(1, $2) as n',
            'a_' || stage.name)
        using stage.name, (current_setting('size.archived')::integer * stage.share)::integer, (select artists from size);
        execute format(
            'insert into pgmq.%I (vt, message)
            select now(), pg_temp.body($1, n, $2) || jsonb_build_object(''_dlq_metadata'', jsonb_build_object(
                ''source_queue'', $1, ''original_message_id'', n, ''moved_at'', now(), ''failure_reason'', ''invented''))
            from generate_series(1, 200) as n',
            'q_' || stage.name || '_dlq')
        using stage.name, (select artists from size);
        insert into queue_metrics (queue_name, operation, started_at, finished_at, processed_count, success_count, created_at)
        select stage.name, 'process', at, at, 10, 10, at
        from (
            select now() - n * interval '25 seconds' as at
            from generate_series(1, current_setting('size.archived')::integer / 10) as n
        ) as moment;
    end loop;
end
$$;

insert into pgmq_dead_letter_items (queue_name, msg, failed_at, fail_count)
select 'track_discovery', '{}', now() - n * interval '1 minute', 5
from generate_series(1, current_setting('size.archived')::integer / 10) as n;

insert into monitoring_events (event_type, details, created_at)
select
    case when n % 50 = 0 then 'stuck_messages_reset' else 'stuck_messages_checked' end,
    '{"queue_name": "track_discovery", "messages_reset": 1}',
    now() - n * interval '1 minute'
from generate_series(1, 43000) as n;

set session_replication_role = origin;

do $$
declare
    missing text;
begin
    -- What adding the credits up goes by; the indexes on its result come when it is there.
    for missing in select definition from removed_indexes where definition not ilike '% on public.producer\_%' loop
        execute missing;
    end loop;
end
$$;

analyze;

select refresh_producer_summaries(array(select id from producers));
select refresh_producer_names(array(select id from producers));

do $$
declare
    missing text;
begin
    for missing in select definition from removed_indexes where definition ilike '% on public.producer\_%' loop
        execute missing;
    end loop;
end
$$;
