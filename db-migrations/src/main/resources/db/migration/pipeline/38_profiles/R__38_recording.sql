-- Storing what was found of producers.

create or replace function profile_keys(p_producer_id uuid, p_profile jsonb) returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with root as (
        select coalesce(p.merged_into, p.id) as id
        from producers p
        where p.id = p_producer_id
    ),
    named as (
        select a ->> 'key' as key
        from jsonb_array_elements(field_array(p_profile, 'aliases')) as a
        union
        select shown_key(r.id)
        from root r
    ),
    known_as as (
        select distinct
            i ->> 'provider' as provider,
            i ->> 'external_id' as external_id
        from jsonb_array_elements(field_array(p_profile, 'identities')) as i
    )
    select case
        when not exists (
                select
                from named n
                cross join lateral producers_named(n.key) as o
                cross join root r
                where o.root_id <> r.id)
            and not exists (
                select
                from known_as k
                join producer_identities i on i.provider = k.provider and i.external_id = k.external_id
                join producers p on p.id = i.producer_id
                cross join root r
                where coalesce(p.merged_into, p.id) <> r.id)
        then array(
            select 'name:' || n.key
            from named n
            union all
            select 'id:' || k.provider || ':' || k.external_id
            from known_as k)
    end
$$;

comment on function profile_keys(uuid, jsonb) is
    'The keys to lock while a profile is stored that concerns nobody but the producer: names and ids that nobody else bears. Null when somebody does';

create or replace function profiles_keys(p_profiles jsonb) returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with profile as materialized (
        select profile_keys(field_uuid(e, 'producer_id'), e -> 'profile') as keys
        from jsonb_array_elements(p_profiles) as e
    )
    select case
        when not exists (
                select
                from profile p
                where p.keys is null)
            and not exists (
                select
                from profile p
                cross join lateral unnest(p.keys) as k (key)
                group by k.key
                having count(*) > 1)
        then array(
            select k.key
            from profile p
            cross join lateral unnest(p.keys) as k (key)
            order by k.key)
    end
$$;

comment on function profiles_keys(jsonb) is
    'profile_keys of all profiles, as record_producer_profiles takes them; null also when two of them are about one name or id';

create or replace function check_profiles(p_profiles jsonb) returns void
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_objects('p_profiles', p_profiles);
    perform require_few('p_profiles', jsonb_array_length(p_profiles), pg_column_size(p_profiles), 1000);
    perform
        check_argument(field_uuid(e, 'producer_id') is not null, 'producer_id', null, 'be a UUID'),
        require_object('profile', e -> 'profile'),
        require_objects('answers', e -> 'answers')
    from jsonb_array_elements(p_profiles) as e;
    perform
        require_short_text('provider', i ->> 'provider', 50),
        require_short_text('external_id', i ->> 'external_id', 150)
    from jsonb_array_elements(p_profiles) as e
    cross join lateral jsonb_array_elements(field_array(e -> 'profile', 'identities')) as i;
    perform
        require_text('name', a ->> 'name'),
        require_short_text('key', a ->> 'key', 400),
        require_text('source', a ->> 'source')
    from jsonb_array_elements(p_profiles) as e
    cross join lateral jsonb_array_elements(field_array(e -> 'profile', 'aliases')) as a;
end
$$;

comment on function check_profiles(jsonb) is 'Raises 22023 for profiles that record_producer_profiles could not store';

create or replace function lock_profiles(p_profiles jsonb) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_keys text[] := profiles_keys(p_profiles);
begin
    -- Most profiles are about one person. Guessed before anything is locked, and found to be so under the lock.
    if v_keys is not null then
        begin
            perform lock_producers_as_they_are();
            perform lock_new_people(v_keys);
            if profiles_keys(p_profiles) is distinct from v_keys then
                raise exception 'a producer, or who bears the names and ids of these profiles, is another one meanwhile'
                    using errcode = '40001';
            end if;
            return;
        exception
            when serialization_failure then
                -- Leaving the block gave its locks back, without which two could wait for each other.
                null;
        end;
    end if;
    perform lock_producers();
end
$$;

comment on function lock_profiles(jsonb) is
    'Takes the locks under which record_producer_profiles stores: of few names and ids where the profiles concern nobody but their producers, else of everybody';

create or replace function record_producer_profiles(p_profiles jsonb)
returns table (producer_id uuid, root_id uuid, ask_again boolean)
language plpgsql
security definer
rows 10
set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
    v_profile record;
begin
    perform check_profiles(p_profiles);
    perform lock_profiles(p_profiles);
    for v_profile in
        select
            field_uuid(e, 'producer_id') as producer_id,
            e -> 'profile' as profile,
            e -> 'answers' as answers
        from jsonb_array_elements(p_profiles) as e
        order by 1
    loop
        perform store_profile(v_profile.producer_id, v_profile.profile, v_profile.answers);
    end loop;
    return query
        select
            s.id,
            s.root,
            producer_has_new_identities(s.root)
        from (
            select distinct
                field_uuid(e, 'producer_id') as id,
                producer_root(field_uuid(e, 'producer_id')) as root
            from jsonb_array_elements(p_profiles) as e
        ) as s;
end
$$;

comment on function record_producer_profiles(jsonb) is
    'Stores what searches for profiles found: p_profiles is an array of {producer_id, profile, answers}, the latter two as record_producer_profile takes them. Merges rows that the ids or names show to be one person. Returns each producer with the row that stands for it, and whether it is known under ids by now that were not asked about';

create or replace function record_producer_profile(p_producer_id uuid, p_profile jsonb, p_answers jsonb) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_object('p_profile', p_profile);
    perform require_objects('p_answers', p_answers);
    perform lock_producers();
    perform producer_root(p_producer_id);
    return (
        select r.root_id
        from record_producer_profiles(jsonb_build_array(jsonb_build_object(
            'producer_id', p_producer_id, 'profile', p_profile, 'answers', p_answers))) r);
end
$$;

comment on function record_producer_profile(uuid, jsonb, jsonb) is
    'Stores what a search for profiles found: p_profile {email, image_url, instagram_handle, instagram_bio, bio, profiles: [{site, url, sources}], identities: [{provider, external_id}], asked: [{provider, external_id}] (the ids that were known before), aliases: [{name, key, source}]}, p_answers one {source, external_id, found, failure} a question, empty when there was nobody to ask. Merges rows that the ids or names show to be one person. Returns the row that stands for the producer';
