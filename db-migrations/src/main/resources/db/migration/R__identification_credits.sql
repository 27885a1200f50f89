-- From evidence to credits: what the sources say about a song, weighed, corrected by people, written to all its tracks.

create or replace function credit_family(p_role text) returns text
language sql
immutable
as $$
    select case
        when role_produces(p_role) then 'producing'
        when p_role in ('writer', 'composer', 'lyricist') then 'writing'
        else p_role
    end
$$;

comment on function credit_family(text) is
    'Roles that confirm each other: one source''s composer is another''s writer, one''s co-producer another''s producer';

create or replace function song_claims(p_song_id uuid) returns table (producer_id uuid, role text, source text, strength real)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select
        coalesce(p.merged_into, p.id),
        e.role,
        e.source,
        max(e.match_strength)
    from credit_evidence e
    join producers p on p.id = e.producer_id
    where e.song_id = p_song_id
        and e.outcome = 'credited'
    group by
        coalesce(p.merged_into, p.id),
        e.role,
        e.source
$$;

comment on function song_claims(uuid) is 'The strongest claim of each source for each producer and role of a song';

create or replace function song_credits(p_song_id uuid)
returns table (producer_id uuid, role text, confidence real, source text, verification text)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with claim as (
        select
            c.producer_id,
            c.role,
            credit_family(c.role) as family,
            c.source,
            c.strength
        from song_claims(p_song_id) c
    ),
    support as (
        select
            c.producer_id,
            c.family,
            c.source,
            max(c.strength) as strength
        from claim c
        group by
            c.producer_id,
            c.family,
            c.source
    ),
    -- Sources that both name producers of the song, and nobody in common: one of them speaks of another recording.
    contradiction as (
        select
            a.source as source,
            b.source as other,
            max(b.strength) as strength
        from support a
        join support b on b.family = a.family and b.source <> a.source
        where a.family = 'producing'
            and not exists (
                select 1
                from support x
                join support y on y.producer_id = x.producer_id and y.family = x.family
                where x.family = 'producing'
                    and x.source = a.source
                    and y.source = b.source)
        group by
            a.source,
            b.source
    ),
    weighed as (
        select
            s.producer_id,
            s.family,
            count(*) as sources,
            -- Independent sources are wrong together only when each of them is.
            1 - exp(sum(ln(1 - least(s.strength, 0.99)))) as certainty,
            s.family = 'producing'
                and count(*) = 1
                and exists (
                    select 1
                    from contradiction k
                    where k.source = min(s.source)
                        and k.strength >= max(s.strength)) as disputed
        from support s
        group by
            s.producer_id,
            s.family
    ),
    found as (
        select distinct on (c.producer_id, c.role)
            c.producer_id,
            c.role,
            round((least(w.certainty, 0.99) * case when w.disputed then 0.6 else 1 end)::numeric, 3)::real as confidence,
            c.source,
            case
                when w.disputed then 'disputed'
                when w.sources = 1 then 'single source'
                else w.sources || ' sources'
            end as verification
        from claim c
        join weighed w on w.producer_id = c.producer_id and w.family = c.family
        order by
            c.producer_id,
            c.role,
            c.strength desc,
            c.source
    ),
    word as (
        select
            k.kind,
            coalesce(p.merged_into, p.id) as producer_id,
            k.role
        from corrections k
        join producers p on p.id = k.object
        where k.subject = p_song_id
            and k.kind in ('add_credit', 'confirm_credit', 'reject_credit')
            and k.reverted_at is null
    )
    select
        f.producer_id,
        f.role,
        f.confidence,
        f.source,
        f.verification
    from found f
    where not exists (
        select 1
        from word w
        where w.producer_id = f.producer_id
            and (w.role = f.role or w.role is null and w.kind = 'reject_credit'))
    union all
    select distinct
        w.producer_id,
        w.role,
        1::real,
        'person',
        'by a person'
    from word w
    where w.kind in ('add_credit', 'confirm_credit')
$$;

comment on function song_credits(uuid) is
    'What the evidence and the corrections of a song amount to: the credits that each of its tracks carries';

-- However many songs: one statement, so that the triggers that add credits up run once and not once a song.
create or replace function apply_songs_credits(p_song_ids uuid[]) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_credits integer;
begin
    if p_song_ids = '{}' then
        return 0;
    end if;
    -- The track stage locks the same rows when it adds tracks to songs, so no track misses its credits.
    perform
    from normalized_tracks n
    where n.id = any (p_song_ids)
    order by n.id
    for update;

    with credit as materialized (
        select
            s.id as song_id,
            c.producer_id,
            c.role,
            c.confidence,
            c.source,
            c.verification
        from unnest(p_song_ids) as s (id)
        cross join lateral song_credits(s.id) as c
    ),
    withdrawn as (
        delete from track_producers tp
        using tracks t
        where t.song_id = any (p_song_ids)
            and tp.track_id = t.id
            and not exists (
                select
                from credit c
                where c.song_id = t.song_id
                    and c.producer_id = tp.producer_id
                    and c.role = tp.role)
    ),
    stored as (
        insert into track_producers as tp (track_id, producer_id, role, confidence, source, verification)
        select
            t.id,
            c.producer_id,
            c.role,
            c.confidence,
            c.source,
            c.verification
        from credit c
        join tracks t on t.song_id = c.song_id
        order by
            t.id,
            c.producer_id,
            c.role
        on conflict (track_id, producer_id, role) do update
        set
            confidence = excluded.confidence,
            source = excluded.source,
            verification = excluded.verification
        where (tp.confidence, tp.source, tp.verification)
            is distinct from (excluded.confidence, excluded.source, excluded.verification)
    )
    select count(*)
    into v_credits
    from credit;
    return v_credits;
end
$$;

comment on function apply_songs_credits(uuid[]) is
    'Recomputes the credits of all tracks of these songs from evidence and corrections; returns how many the songs have together. Repeating it changes nothing';

create or replace function apply_song_credits(p_song_id uuid) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from normalized_tracks n where n.id = p_song_id) then
        raise exception 'p_song_id names no song: %', coalesce(p_song_id::text, 'null')
            using errcode = 'P0002';
    end if;
    return apply_songs_credits(array[p_song_id]);
end
$$;

comment on function apply_song_credits(uuid) is
    'Recomputes the credits of all tracks of a song from evidence and corrections; returns how many the song has. Repeating it changes nothing';

create or replace function apply_producer_credits(p_producer_id uuid) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_songs uuid[] := array(
        select e.song_id
        from credit_evidence e
        join producers p on p.id = e.producer_id
        where p.id = p_producer_id
            or p.merged_into = p_producer_id
        union
        select k.subject
        from corrections k
        join producers p on p.id = k.object
        where k.kind in ('add_credit', 'confirm_credit', 'reject_credit')
            and k.reverted_at is null
            and (p.id = p_producer_id or p.merged_into = p_producer_id));
begin
    perform producer_root(p_producer_id);
    perform apply_songs_credits(v_songs);
    return cardinality(v_songs);
end
$$;

comment on function apply_producer_credits(uuid) is
    'Recomputes the credits of every song that concerns a producer, after it was merged, split or corrected; returns how many songs';

create or replace function credit_roles() returns text[]
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select array[
    'producer', 'co-producer', 'additional', 'executive', 'vocal producer', 'remixer', 'programmer',
    'mixer', 'engineer', 'writer', 'composer', 'lyricist', 'other']
$$;

comment on function credit_roles() is 'Every role that somebody can have in a song';

create or replace function require_credit_role(p_name text, p_role text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_role = any (credit_roles()), p_name, p_role, 'be one of ' || array_to_string(credit_roles(), ', '));
    return p_role;
end
$$;

comment on function require_credit_role(text, text) is 'The role, when it is one that somebody can have; otherwise raises 22023';

-- Without this a bad claim would fail in the middle, in the words of a cast or a constraint.
create or replace function check_claim(p_claim jsonb) returns void
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_credited boolean := p_claim ->> 'outcome' = 'credited';
    v_strength jsonb := p_claim -> 'match_strength';
    v_alias jsonb;
begin
    perform check_argument(
        p_claim ->> 'outcome' in ('credited', 'none_found', 'ambiguous'),
        'outcome',
        p_claim ->> 'outcome',
        'be credited, none_found or ambiguous');
    perform check_argument(
        p_claim ->> 'ask_again_at' is null or header_time(p_claim, 'ask_again_at') is not null,
        'ask_again_at',
        p_claim ->> 'ask_again_at',
        'be a time like 2031-05-04T03:02:01Z');
    perform check_argument(
        octet_length(concat(p_claim ->> 'source_song_id', p_claim ->> 'source_person_id', p_claim ->> 'name_key', p_claim ->> 'raw_role')) <= 2000,
        'raw_role',
        p_claim ->> 'raw_role',
        'have at most 2000 bytes, together with the name''s key and the ids');
    if v_strength is not null and v_strength <> 'null' or v_credited then
        perform check_argument(
            case jsonb_typeof(v_strength) when 'number' then v_strength::numeric between 0 and 1 end,
            'match_strength',
            v_strength::text,
            'be a number from 0 to 1');
    end if;
    if v_credited then
        perform require_text('raw_name', p_claim ->> 'raw_name');
        perform require_text('name_key', p_claim ->> 'name_key');
        perform check_argument(p_claim ->> 'raw_role' is not null, 'raw_role', null, 'not be null');
        perform require_credit_role('role', p_claim ->> 'role');
        perform require_text('match_kind', p_claim ->> 'match_kind');
        for v_alias in select a from jsonb_array_elements(field_array(p_claim, 'aliases')) as a loop
            perform require_text('name', v_alias ->> 'name');
            perform require_text('key', v_alias ->> 'key');
        end loop;
    else
        perform check_argument(
            p_claim ->> 'raw_name' is null and p_claim ->> 'role' is null,
            'outcome',
            p_claim ->> 'outcome',
            'be credited where somebody is named');
    end if;
end
$$;

comment on function check_claim(jsonb) is 'Raises 22023 for a claim that record_song_evidence could not store';

create or replace function record_song_evidence(p_song_id uuid, p_source text, p_claims jsonb) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_claim record;
    v_kept uuid[] := '{}';
    v_id uuid;
    v_producer uuid;
begin
    perform require_short_text('p_source', p_source, 50);
    perform require_objects('p_claims', p_claims);
    perform check_claim(claim)
    from jsonb_array_elements(p_claims) as claim;
    perform lock_producers();
    perform 1
    from normalized_tracks n
    where n.id = p_song_id
    for update;
    if not found then
        raise exception 'p_song_id names no song: %', coalesce(p_song_id::text, 'null')
            using errcode = 'P0002';
    end if;

    for v_claim in
        select *
        from jsonb_to_recordset(p_claims) as c (
            outcome text,
            raw_name text,
            person_name text,
            name_key text,
            raw_name_key text,
            raw_role text,
            role text,
            source_person_id text,
            source_song_id text,
            source_url text,
            match_kind text,
            match_strength real,
            ask_again_at timestamptz,
            aliases jsonb)
    loop
        v_producer := null;
        if v_claim.outcome = 'credited' then
            v_producer := resolve_producer(
                p_source, v_claim.source_person_id, coalesce(v_claim.person_name, v_claim.raw_name), v_claim.name_key);
            -- Only an id proves that two spellings are one person.
            if v_claim.source_person_id is not null and v_claim.raw_name_key <> v_claim.name_key then
                perform learn_producer_name(v_producer, v_claim.raw_name, v_claim.raw_name_key, p_source);
            end if;
            if v_claim.source_person_id is not null then
                perform learn_producer_name(v_producer, a.name, a.key, p_source)
                from jsonb_to_recordset(field_array(jsonb_build_object('aliases', v_claim.aliases), 'aliases'))
                    as a (name text, key text);
            end if;
        end if;
        insert into credit_evidence as e (
            song_id, source, outcome, raw_name, name_key, raw_role, role, source_person_id, source_song_id, source_url,
            match_kind, match_strength, producer_id, ask_again_at)
        values (
            p_song_id, p_source, v_claim.outcome, v_claim.raw_name, v_claim.name_key, v_claim.raw_role, v_claim.role,
            v_claim.source_person_id, v_claim.source_song_id, v_claim.source_url,
            v_claim.match_kind, v_claim.match_strength, v_producer, v_claim.ask_again_at)
        on conflict (song_id, source, outcome, source_song_id, source_person_id, name_key, raw_role) do update
        set
            raw_name = excluded.raw_name,
            role = excluded.role,
            source_url = excluded.source_url,
            match_kind = excluded.match_kind,
            match_strength = excluded.match_strength,
            producer_id = excluded.producer_id,
            observed_at = excluded.observed_at,
            ask_again_at = excluded.ask_again_at
        returning e.id into v_id;
        v_kept := v_kept || v_id;
    end loop;

    delete from credit_evidence e
    where e.song_id = p_song_id
        and e.source = p_source
        and e.id <> all (v_kept);
    return cardinality(v_kept);
end
$$;

comment on function record_song_evidence(uuid, text, jsonb) is
    'Replaces what a source says about a song by p_claims, an array of {outcome, raw_name, person_name, name_key, raw_name_key, raw_role, role, source_person_id, source_song_id, source_url, match_kind, match_strength, ask_again_at, aliases [{name, key}]}, and resolves whom it means. Returns the number of claims. The credits follow with apply_song_credits';

create or replace function require_song(p_name text, p_song_id uuid) returns void
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from normalized_tracks n where n.id = p_song_id) then
        perform raise_unknown(p_name, 'song', p_song_id::text);
    end if;
end
$$;

comment on function require_song(text, uuid) is 'Raises P0002 naming the argument, unless there is such a song';

create or replace function song_has_new_albums(p_song_id uuid, p_now timestamptz) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select exists (
        select 1
        from tracks t
        join albums a on a.id = t.album_id
        left join album_lookups l on l.album_id = a.id and l.source = 'musicbrainz'
        where t.song_id = p_song_id
            and a.spotify_id is not null
            and (l.album_id is null or l.ask_again_at <= p_now))
$$;

comment on function song_has_new_albums(uuid, timestamptz) is
    'True when a song is on an album that was not looked up yet, or whose look-up is due again';

-- Without a search_path of its own, with which it could not be put in place of its call, and no index would serve it.
create or replace function song_title_key(p_normalized_name text) returns text
language sql
immutable
as $$
select pg_catalog.regexp_replace(p_normalized_name, ' ~[0-9]+$', '')
$$;

comment on function song_title_key(text) is 'The name of a song without what tells it from the artist''s other songs of that title';

create or replace function song_version(p_song_id uuid) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select md5(jsonb_build_array(
        exists (
            select
            from normalized_tracks s
            join normalized_tracks o on o.artist_id = s.artist_id and o.id <> s.id
            where s.id = p_song_id
                and song_title_key(o.normalized_name) = song_title_key(s.normalized_name)),
        (
            select jsonb_agg(
                jsonb_build_array(
                    t.spotify_id, t.name, t.isrc, t.duration_ms,
                    t.metadata -> 'disc_number', t.metadata -> 'track_number', t.metadata -> 'artists',
                    a.spotify_id, a.name, a.release_date)
                order by t.spotify_id, t.id)
            from tracks t
            join albums a on a.id = t.album_id
            where t.song_id = p_song_id))::text)
$$;

comment on function song_version(uuid) is
    'Stands for all that sources are asked about a song with: its tracks, their albums, and whether the artist has another song of the title. Another value means that they may answer otherwise';

create or replace function song_is_identified(p_song_id uuid) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select exists (
        select
        from processing_status s
        where s.entity_type = 'song'
            and s.entity_id = p_song_id::text
            and s.state = 'COMPLETED'
            -- Whatever was found out before versions were noted holds as long as nothing is due.
            and (
                s.metadata ->> 'version' is null
                or s.metadata ->> 'version' = song_version(p_song_id)))
        and (
            exists (
                select
                from tracks t
                join track_producers tp on tp.track_id = t.id
                where t.song_id = p_song_id
                    and credit_family(tp.role) = 'producing')
            or not song_has_new_albums(p_song_id, now()))
$$;

comment on function song_is_identified(uuid) is
    'True when a song needs no identification: it ended with the tracks that the song has now, and unless a producer was found, the song is on no album that could tell more';

create or replace function songs_to_identify(p_song_ids uuid[])
returns table (song_id uuid, version text, track_id uuid, track_name text, album_id uuid, artist_id uuid, identified boolean)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with concerned as (
        select
            n.id,
            song_is_identified(n.id) as identified
        from normalized_tracks n
        where n.id = any (p_song_ids)
        union
        -- A second song of a title makes the title no proof any more, for the first one either.
        select
            s.id,
            false
        from normalized_tracks o
        join normalized_tracks s
            on s.artist_id = o.artist_id
            and song_title_key(s.normalized_name) = song_title_key(o.normalized_name)
            and s.id <> all (p_song_ids)
        where o.id = any (p_song_ids)
            and not song_is_identified(s.id)
    )
    select
        s.id,
        song_version(s.id),
        t.id,
        t.name,
        t.album_id,
        s.artist_id,
        c.identified
    from concerned c
    join normalized_tracks s on s.id = c.id
    join tracks t on t.id = s.representative_track_id
    order by
        s.normalized_name,
        s.id
$$;

comment on function songs_to_identify(uuid[]) is
    'These songs, and those of the same artist and title that need to be identified anew, each with the track that stands for it and whether it is identified as it is now';

create or replace function complete_song(p_song_id uuid, p_version text) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_song('p_song_id', p_song_id);
    perform require_short_text('p_version', p_version, 100);
    -- Nobody holds a lock while a song is identified: two who do it at once come to the same result. So there need not
    -- have been a state in progress, and a song identified anew is COMPLETED from now on.
    insert into processing_status as s (entity_type, entity_id, state, attempts, last_processed_at, metadata)
    values ('song', p_song_id::text, 'COMPLETED', 1, clock_timestamp(), jsonb_build_object('version', p_version))
    on conflict (entity_type, entity_id) do update
    set
        state = 'COMPLETED',
        attempts = s.attempts + 1,
        last_processed_at = clock_timestamp(),
        metadata = s.metadata || excluded.metadata,
        last_error = null;
end
$$;

comment on function complete_song(uuid, text) is
    'Notes that the identification of a song ended now, and for which song_version';

create or replace function record_song_answers(p_song_id uuid, p_answers jsonb) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_answer record;
begin
    perform require_objects('p_answers', p_answers);
    perform lock_producers();
    for v_answer in
        select
            a.source,
            a.claims
        from jsonb_to_recordset(p_answers) as a (source text, claims jsonb)
        order by a.source
    loop
        perform record_song_evidence(p_song_id, v_answer.source, v_answer.claims);
    end loop;
end
$$;

comment on function record_song_answers(uuid, jsonb) is
    'Replaces what each source in p_answers, an array of {source, claims}, says about a song. The credits follow with apply_song_credits';

create or replace function settle_song(p_song_id uuid, p_answers jsonb, p_version text) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_now text;
    v_credits integer;
begin
    perform require_objects('p_answers', p_answers);
    perform require_short_text('p_version', p_version, 100);
    perform lock_producers();
    perform
    from normalized_tracks n
    where n.id = p_song_id
    for update;
    perform require_song('p_song_id', p_song_id);
    v_now := song_version(p_song_id);
    -- The song got another track while the sources were asked. Who asked about all of it may have been faster, and what
    -- was found for a part must not replace that.
    if p_version <> v_now
        and exists (
            select
            from processing_status s
            where s.entity_type = 'song'
                and s.entity_id = p_song_id::text
                and s.state = 'COMPLETED'
                and s.metadata ->> 'version' = v_now)
    then
        return (select count(*) from song_credits(p_song_id));
    end if;

    perform record_song_answers(p_song_id, p_answers);
    -- A source that was not asked, because others knew enough, may have spoken when less was known of the song. Which
    -- sources speak must not depend on that.
    if p_version <> 'provisional' then
        delete from credit_evidence e
        where e.song_id = p_song_id
            and e.source not in (
                select a.source
                from jsonb_to_recordset(p_answers) as a (source text));
    end if;
    v_credits := apply_song_credits(p_song_id);
    perform complete_song(p_song_id, p_version);
    return v_credits;
end
$$;

comment on function settle_song(uuid, jsonb, text) is
    'Ends the identification of a song: p_answers is an array of {source, claims}, one element a source that answered; what other sources said before is forgotten. Stores evidence, producers and credits and marks the song COMPLETED as it was at p_version (see song_version), or ''provisional'' when a source could not be asked, which keeps what it said before. Returns the number of credits';

create or replace function complete_song(p_song_id uuid) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
select complete_song(p_song_id, song_version(p_song_id))
$$;

comment on function complete_song(uuid) is 'Notes that the identification of a song as it is now ended';

create or replace function settle_song(p_song_id uuid, p_answers jsonb) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_credits integer;
begin
    perform record_song_answers(p_song_id, p_answers);
    v_credits := apply_song_credits(p_song_id);
    perform complete_song(p_song_id);
    return v_credits;
end
$$;

comment on function settle_song(uuid, jsonb) is
    'Adds answers to what other sources said of a song, as it is now, and ends its identification; p_answers as for settle_song with three arguments. Returns the number of credits';

create or replace function claim_producer_enrichment(p_song_id uuid, p_roles text[], p_stale_after interval)
returns table (producer_id uuid, producer_name text)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
    perform require_song('p_song_id', p_song_id);
    perform check_argument(p_roles is not null, 'p_roles', null, 'not be null');
    perform require_few('p_roles', cardinality(p_roles), pg_column_size(p_roles), 50);
    perform check_argument(
        p_stale_after between interval '0' and interval '36500 days',
        'p_stale_after',
        p_stale_after::text,
        'be from 0 to 36500 days');
    return query
    with due as (
        select distinct
            p.id,
            p.name
        from song_credits(p_song_id) c
        join producers p on p.id = c.producer_id
        where c.role = any (p_roles)
            and (p.enriched_at is null or p.enriched_at < now() - p_stale_after)
            or producer_has_new_identities(p.id)
    ),
    -- A producer of a hundred songs is asked for once: the pending state says that a message is on its way.
    claimed as (
        insert into processing_status as s (entity_type, entity_id, state)
        select
            'producer',
            d.id::text,
            'PENDING'
        from due d
        order by d.id
        on conflict (entity_type, entity_id) do update
        set
            state = 'PENDING',
            updated_at = now()
        where (
                s.state in ('COMPLETED', 'FAILED')
                and (s.updated_at < now() - p_stale_after or producer_has_new_identities(s.entity_id::uuid)))
            or (s.state = 'PENDING' and s.updated_at < now() - interval '1 day')
        returning s.entity_id
    )
    select
        d.id,
        d.name
    from due d
    join claimed c on c.entity_id = d.id::text
    order by d.id;
end
$$;

comment on function claim_producer_enrichment(uuid, text[], interval) is
    'The producers of a song in those roles whose profile is missing, older than p_stale_after, or was looked for before an id of theirs was known, and for whom no message is on its way; marks them as asked for';

revoke all on function
    credit_family(text),
    song_claims(uuid),
    song_credits(uuid),
    apply_songs_credits(uuid[]),
    apply_song_credits(uuid),
    apply_producer_credits(uuid),
    credit_roles(),
    require_credit_role(text, text),
    check_claim(jsonb),
    record_song_evidence(uuid, text, jsonb),
    require_song(text, uuid),
    song_title_key(text),
    song_version(uuid),
    songs_to_identify(uuid[]),
    complete_song(uuid),
    complete_song(uuid, text),
    song_has_new_albums(uuid, timestamptz),
    song_is_identified(uuid),
    record_song_answers(uuid, jsonb),
    settle_song(uuid, jsonb),
    settle_song(uuid, jsonb, text),
    claim_producer_enrichment(uuid, text[], interval)
from public;

grant execute on function
    credit_family(text),
    song_claims(uuid),
    song_credits(uuid),
    apply_songs_credits(uuid[]),
    apply_song_credits(uuid),
    apply_producer_credits(uuid),
    credit_roles(),
    require_credit_role(text, text),
    check_claim(jsonb),
    record_song_evidence(uuid, text, jsonb),
    require_song(text, uuid),
    song_title_key(text),
    song_version(uuid),
    songs_to_identify(uuid[]),
    complete_song(uuid),
    complete_song(uuid, text),
    song_has_new_albums(uuid, timestamptz),
    song_is_identified(uuid),
    record_song_answers(uuid, jsonb),
    settle_song(uuid, jsonb),
    settle_song(uuid, jsonb, text),
    claim_producer_enrichment(uuid, text[], interval)
to pipeline_worker;

grant execute on function credit_family(text) to pipeline_reader;

-- Without rights on the tables behind them, a reader could only ever be refused by these.
revoke execute on function
    song_claims(uuid),
    song_credits(uuid)
from pipeline_reader;
