-- Storing what a source says about a song, and whom it means.

create or replace function validate_producer_identification_message(message jsonb) returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select coalesce(
    jsonb_typeof(message) = 'object'
        and btrim(coalesce(nullif(btrim(message ->> 'trackId'), ''), message ->> 'track_id', '')) <> '',
    false)
$$;

comment on function validate_producer_identification_message(jsonb) is
    'Whether a body names its track: a trackId or track_id that is not blank';

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

create or replace function check_song_answers(p_answers jsonb) returns void
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_objects('p_answers', p_answers);
    perform
        require_short_text('source', a ->> 'source', 50),
        require_objects('claims', a -> 'claims')
    from jsonb_array_elements(p_answers) as a;
    perform check_claim(c)
    from jsonb_array_elements(p_answers) as a
    cross join lateral jsonb_array_elements(a -> 'claims') as c;
end
$$;

comment on function check_song_answers(jsonb) is 'Raises 22023 for answers that record_songs_answers could not store';

create or replace function record_songs_answers(p_songs jsonb, p_alone boolean) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- A command of its own: who makes room for another takes evidence along, and the command that does so must not write
    -- the same rows once more.
    v_people jsonb := (
        select jsonb_agg(to_jsonb(r))
        from resolve_people(p_songs, p_alone) r);
    v_ids uuid[] := array(
        select (o.song ->> 'song_id')::uuid
        from jsonb_array_elements(p_songs) as o (song));
begin
    with person as materialized (
        select *
        from jsonb_to_recordset(coalesce(v_people, '[]'))
            as r (provider text, external_id text, name text, name_key text, producer_id uuid)
    ),
    answer as materialized (
        select
            (o.song ->> 'song_id')::uuid as song_id,
            a.answer ->> 'source' as source,
            a.answer -> 'claims' as claims
        from jsonb_array_elements(p_songs) as o (song)
        cross join lateral jsonb_array_elements(o.song -> 'answers') as a (answer)
    ),
    -- A claim that is made twice means the last one.
    claim as (
        select distinct on (
            a.song_id, a.source, c.outcome, c.source_song_id, c.source_person_id, c.name_key, c.raw_role)
            a.song_id,
            a.source,
            c.outcome,
            c.raw_name,
            c.name_key,
            c.raw_role,
            c.role,
            c.source_person_id,
            c.source_song_id,
            c.source_url,
            c.match_kind,
            c.match_strength,
            c.ask_again_at,
            case c.outcome when 'credited' then coalesce(c.person_name, c.raw_name) end as person
        from answer a
        cross join lateral rows from (jsonb_to_recordset(a.claims) as (
            outcome text,
            raw_name text,
            person_name text,
            name_key text,
            raw_role text,
            role text,
            source_person_id text,
            source_song_id text,
            source_url text,
            match_kind text,
            match_strength real,
            ask_again_at timestamptz)) with ordinality as c (
                outcome, raw_name, person_name, name_key, raw_role, role, source_person_id, source_song_id, source_url,
                match_kind, match_strength, ask_again_at, place)
        order by
            a.song_id,
            a.source,
            c.outcome,
            c.source_song_id,
            c.source_person_id,
            c.name_key,
            c.raw_role,
            c.place desc
    ),
    stored as (
        insert into credit_evidence as e (
            song_id, source, outcome, raw_name, name_key, raw_role, role, source_person_id, source_song_id, source_url,
            match_kind, match_strength, producer_id, ask_again_at)
        select
            c.song_id, c.source, c.outcome, c.raw_name, c.name_key, c.raw_role, c.role, c.source_person_id,
            c.source_song_id, c.source_url, c.match_kind, c.match_strength, p.producer_id, c.ask_again_at
        from claim c
        left join person p
            on p.provider = c.source
            and p.external_id is not distinct from c.source_person_id
            and p.name = c.person
            and p.name_key = c.name_key
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
        returning e.id
    )
    delete from credit_evidence e
    using answer a
    where e.song_id = any (v_ids)
        and e.song_id = a.song_id
        and e.source = a.source
        and e.id not in (select s.id from stored s);
end
$$;

comment on function record_songs_answers(jsonb, boolean) is
    'Replaces what the sources in the answers of songs, as settle_songs takes them, say about these, and resolves whom they mean; p_alone as for resolve_people. The credits follow with apply_songs_credits';

create or replace function record_song_answers(p_song_id uuid, p_answers jsonb) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_song_answers(p_answers);
    perform lock_producers();
    perform
    from normalized_tracks n
    where n.id = p_song_id
    for update;
    perform require_song('p_song_id', p_song_id);
    perform record_songs_answers(
        jsonb_build_array(jsonb_build_object('song_id', p_song_id, 'answers', p_answers)), true);
end
$$;

comment on function record_song_answers(uuid, jsonb) is
    'Replaces what each source in p_answers, an array of {source, claims}, says about a song. The credits follow with apply_song_credits';

create or replace function record_song_evidence(p_song_id uuid, p_source text, p_claims jsonb) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_source', p_source, 50);
    perform require_objects('p_claims', p_claims);
    perform record_song_answers(
        p_song_id, jsonb_build_array(jsonb_build_object('source', p_source, 'claims', p_claims)));
    return jsonb_array_length(p_claims);
end
$$;

comment on function record_song_evidence(uuid, text, jsonb) is
    'Replaces what a source says about a song by p_claims, an array of {outcome, raw_name, person_name, name_key, raw_name_key, raw_role, role, source_person_id, source_song_id, source_url, match_kind, match_strength, ask_again_at, aliases [{name, key}]}, and resolves whom it means. Returns the number of claims. The credits follow with apply_song_credits';
