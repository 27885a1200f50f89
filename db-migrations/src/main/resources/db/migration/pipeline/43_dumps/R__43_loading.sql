-- Importing MusicBrainz' dumps. The entries of a dump are used from the moment when all of it is stored; until then, and
-- if it never comes to that, the one before is.

create or replace function begin_musicbrainz_dump(
    p_kind text,
    p_stamp text,
    p_taken_at timestamptz,
    p_replication_sequence bigint)
returns table (dump_id integer, state text, lines bigint, bytes bigint, kept bigint, broken bigint)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    found_id integer;
    newest musicbrainz_dumps;
begin
    perform check_argument(p_kind in ('release', 'work', 'artist'), 'p_kind', p_kind, 'be release, work or artist');
    perform require_text('p_stamp', p_stamp);
    perform require_short_text('p_stamp', p_stamp, 200);
    perform check_argument(
        p_taken_at between '2000-01-01' and '2200-01-01', 'p_taken_at', p_taken_at::text, 'be the time of a dump');
    -- Two imports that begin at once must not both find nothing. A lock of the table instead would meet those that store,
    -- who lock a row first and change it afterwards, in a deadlock.
    perform pg_advisory_xact_lock(hashtextextended('producer-discovery:musicbrainz_dumps', 1));
    select d.id
    into found_id
    from musicbrainz_dumps d
    where d.kind = p_kind
        and d.stamp = p_stamp
        and d.state <> 'outdated';
    if found_id is null then
        select d.*
        into newest
        from musicbrainz_dumps d
        where d.kind = p_kind
            and d.state <> 'outdated'
        order by d.taken_at desc
        limit 1;
        perform check_argument(
            newest.id is null or p_taken_at >= newest.taken_at,
            'p_taken_at',
            p_taken_at::text,
            format('not be before %s, when the dump that is %s was taken', newest.taken_at, newest.state));
        update musicbrainz_dumps d
        set state = 'outdated'
        where d.kind = p_kind
            and d.state = 'loading';
        insert into musicbrainz_dumps as d (kind, stamp, taken_at, replication_sequence)
        values (p_kind, p_stamp, p_taken_at, p_replication_sequence)
        returning d.id into found_id;
    end if;
    return query
    select
        d.id,
        d.state,
        d.lines,
        d.bytes,
        d.kept,
        d.broken
    from musicbrainz_dumps d
    where d.id = found_id;
end
$$;

comment on function begin_musicbrainz_dump(text, text, timestamptz, bigint) is
    'Where to go on with importing a dump; one that is already in use is returned as such. Another dump of that kind that was being loaded is given up; refuses one taken before the one in use or being loaded';

comment on column musicbrainz_dumps.stamp is
    'Tells it from other dumps: its TIMESTAMP, or a digest of its beginning, size and time of change where it comes without';

-- The lines read and what they held are stored together: a kill between two calls loses nothing and doubles nothing.
create or replace function store_musicbrainz_entries(
    p_dump integer,
    p_after bigint,
    p_lines bigint,
    p_bytes bigint,
    p_broken bigint,
    p_entries jsonb)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    dump musicbrainz_dumps;
    bad jsonb;
    stored bigint;
    an_id constant text := '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
begin
    dump := musicbrainz_dump_being_loaded(p_dump, p_after);
    perform check_argument(p_lines >= p_after, 'p_lines', p_lines::text, format('be at least %s', p_after));
    perform check_argument(
        p_bytes >= dump.bytes, 'p_bytes', p_bytes::text, format('be at least %s', dump.bytes));
    perform check_argument(
        p_broken between dump.broken and p_lines,
        'p_broken',
        p_broken::text,
        format('be from %s to the number of lines', dump.broken));
    perform require_objects('p_entries', p_entries);
    perform check_argument(
        jsonb_array_length(p_entries) <= p_lines - p_after,
        'p_entries',
        jsonb_array_length(p_entries)::text,
        'have at most as many entries as lines were read');
    select e
    into bad
    from jsonb_array_elements(p_entries) as e
    where (e ->> 'id' ~ an_id and jsonb_typeof(e -> 'content') = 'object') is not true
        or exists (
            select
            from jsonb_array_elements(case jsonb_typeof(e -> 'keys') when 'array' then e -> 'keys' else '[0]' end) as k
            where (k ->> 'kind' in ('spotify', 'barcode', 'isrc', 'artist', 'name')
                and length(k ->> 'value') between 1 and 100
                and k ->> 'target' ~ an_id) is not true)
    limit 1;
    perform check_argument(
        bad is null,
        'p_entries',
        left(bad::text, 200),
        'have an id, a content and keys in each entry');
    insert into musicbrainz_dump_entries as e (dump_id, id, content)
    select
        p_dump,
        (x ->> 'id')::uuid,
        x -> 'content'
    from jsonb_array_elements(p_entries) as x
    on conflict do nothing;
    get diagnostics stored = row_count;
    insert into musicbrainz_dump_keys as k (dump_id, kind, value, target_id, release_id)
    select
        p_dump,
        y ->> 'kind',
        y ->> 'value',
        (y ->> 'target')::uuid,
        (x ->> 'id')::uuid
    from jsonb_array_elements(p_entries) as x
    cross join jsonb_array_elements(x -> 'keys') as y
    on conflict do nothing;
    update musicbrainz_dumps d
    set lines = p_lines,
        bytes = p_bytes,
        broken = p_broken,
        kept = d.kept + stored,
        read_at = clock_timestamp()
    where d.id = p_dump;
    return stored;
end
$$;

comment on function store_musicbrainz_entries(integer, bigint, bigint, bigint, bigint, jsonb) is
    'Stores what the lines after p_after up to p_lines of a dump held, and that they are read; refuses when the dump is not at p_after, because another import goes on with it. p_entries: [{id, content, keys: [{kind, value, target}]}]. How many entries are new';

create or replace function musicbrainz_dump_being_loaded(p_dump integer, p_after bigint) returns musicbrainz_dumps
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    dump musicbrainz_dumps;
begin
    select d.*
    into dump
    from musicbrainz_dumps d
    where d.id = p_dump
    for update;
    if not found then
        perform check_argument(p_dump is not null, 'p_dump', null, 'be the id of a dump');
        perform raise_unknown('p_dump', 'dump of MusicBrainz', p_dump::text);
    end if;
    perform check_argument(
        dump.state = 'loading', 'p_dump', p_dump::text, format('be a dump that is being loaded, not one %s', dump.state));
    perform check_argument(
        dump.lines = p_after,
        'p_after',
        p_after::text,
        format('be the last line that was stored, %s: another import goes on with this dump', dump.lines));
    return dump;
end
$$;

comment on function musicbrainz_dump_being_loaded(integer, bigint) is
    'The dump, locked, when it is being loaded and stands at that line; refuses otherwise';
