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

create or replace function record_song_evidence(p_song_id uuid, p_source text, p_claims jsonb) returns integer
language plpgsql
security definer
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
