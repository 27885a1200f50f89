-- Ending the identification of a song.

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

create or replace function complete_song(p_song_id uuid) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
select complete_song(p_song_id, song_version(p_song_id))
$$;

comment on function complete_song(uuid) is 'Notes that the identification of a song as it is now ended';

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
security definer
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
