-- How producers can be reached: what the search for their profiles found, also when it found nothing.

create or replace function complete_enrichment(p_producer_id uuid, p_failure text) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform producer_root(p_producer_id);
    -- Nobody holds a lock while profiles are looked for: whoever does it twice comes to the same result.
    insert into processing_status as s (entity_type, entity_id, state, attempts, last_processed_at, last_error)
    values (
        'producer',
        p_producer_id::text,
        case when p_failure is null then 'COMPLETED' else 'FAILED' end,
        1,
        clock_timestamp(),
        left(p_failure, 10000))
    on conflict (entity_type, entity_id) do update
    set
        state = excluded.state,
        attempts = s.attempts + 1,
        last_processed_at = excluded.last_processed_at,
        last_error = excluded.last_error;
end
$$;

comment on function complete_enrichment(uuid, text) is
    'Notes that the search for a producer''s profiles ended now, and why it failed if it did';

create or replace function producer_has_new_identities(p_producer_id uuid) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select exists (
        select
        from producers root
        -- By ids and not by coalesce(merged_into, id), of which no index knows.
        cross join lateral (
            select root.id
            union all
            select m.id
            from producers m
            where m.merged_into = root.id
        ) as part (id)
        join producer_identities i on i.producer_id = part.id
        where root.id = require_producer('p_producer_id', p_producer_id)
            and root.enriched_at is not null
            and root.metadata ? 'profile_of'
            and not root.metadata -> 'profile_of' ? (i.provider || ':' || i.external_id))
$$;

comment on function producer_has_new_identities(uuid) is
    'True when a producer whose profiles were looked for is known under ids that were not known then';

create or replace function store_profile(p_producer_id uuid, p_profile jsonb, p_answers jsonb) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
    v_link record;
    v_known jsonb;
    v_failure text;
begin
    v_root := producer_root(p_producer_id);

    -- Ids before names: an id shows that two rows are one person, and a name learnt later finds them united.
    for v_link in
        select
            i ->> 'provider' as provider,
            i ->> 'external_id' as external_id
        from jsonb_array_elements(field_array(p_profile, 'identities')) as i
    loop
        perform join_identity(v_root, v_link.provider, v_link.external_id);
        v_root := producer_root(v_root);
    end loop;
    for v_link in
        select
            a ->> 'name' as name,
            a ->> 'key' as key,
            a ->> 'source' as source
        from jsonb_array_elements(field_array(p_profile, 'aliases')) as a
    loop
        perform learn_producer_name(v_root, v_link.name, v_link.key, v_link.source);
        v_root := producer_root(v_root);
    end loop;

    -- A producer whose ids become known one after another is looked for again with all of them: which songs came first
    -- must not decide where was asked.
    select jsonb_agg(distinct to_jsonb(known.id))
    into v_known
    from (
        select (i ->> 'provider') || ':' || (i ->> 'external_id')
        from jsonb_array_elements(field_array(p_profile, 'asked') || field_array(p_profile, 'identities')) as i
        union all
        select i.provider || ':' || i.external_id
        from producer_identities i
        where not p_profile ? 'asked'
            and i.producer_id in (
                select v_root
                union all
                select m.id
                from producers m
                where m.merged_into = v_root)
    ) as known (id)
    where known.id is not null;

    select string_agg((a ->> 'source') || ': ' || (a ->> 'failure'), '; ' order by a ->> 'source')
    into v_failure
    from jsonb_array_elements(p_answers) as a
    where a ->> 'failure' is not null;

    -- What was found before stays where nothing is found now: a source that failed or forgot takes nothing away.
    update producers as p
    set
        email = coalesce(field_text(p_profile, 'email'), p.email),
        image_url = coalesce(field_text(p_profile, 'image_url'), p.image_url),
        instagram_handle = coalesce(field_text(p_profile, 'instagram_handle'), p.instagram_handle),
        instagram_bio = coalesce(field_text(p_profile, 'instagram_bio'), p.instagram_bio),
        metadata = p.metadata
            || jsonb_strip_nulls(jsonb_build_object(
                'bio', field_text(p_profile, 'bio'),
                'profiles', nullif(field_array(p_profile, 'profiles'), '[]')))
            || jsonb_build_object('profile_answers', p_answers, 'profile_of', coalesce(v_known, '[]')),
        enriched_at = now(),
        enrichment_failed = v_failure is not null
    where p.id = v_root;

    perform complete_enrichment(p_producer_id, v_failure);
    if v_root <> p_producer_id then
        perform complete_enrichment(v_root, v_failure);
    end if;
    return v_root;
end
$$;

comment on function store_profile(uuid, jsonb, jsonb) is 'record_producer_profiles of one, for who has checked and locked';
