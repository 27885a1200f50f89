-- Who is meant: identity first, then names. Rows are never moved when people turn out to be one: a merged row points at
-- the row that stays and keeps its own ids, names and evidence, so that a merge can be undone without a trace.

create or replace function lock_producers() returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    -- Two songs that name the same new producer at once would make two rows; a name learnt by one can also concern rows
    -- of the other. One lock for all keeps the order the same everywhere, so that nobody waits in a circle.
    select pg_advisory_xact_lock(hashtextextended('producer-discovery:producers', 1))
$$;

comment on function lock_producers() is
    'Makes changes to the set of producers one after another until the transaction ends; take it before any song row';

create or replace function require_producer(p_name text, p_producer_id uuid) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
begin
    select coalesce(p.merged_into, p.id)
    into v_root
    from producers p
    where p.id = p_producer_id;
    if v_root is null then
        perform raise_unknown(p_name, 'producer', p_producer_id::text);
    end if;
    return v_root;
end
$$;

comment on function require_producer(text, uuid) is
    'The row that stands for a producer; an unknown one raises P0002 naming the argument';

create or replace function producer_root(p_producer_id uuid) returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select require_producer('p_producer_id', p_producer_id)
$$;

comment on function producer_root(uuid) is 'The row that stands for this producer: itself, or what it was merged into';

create or replace function producers_may_be_one(p_one uuid, p_other uuid) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select
        not exists (
            select 1
            from producer_identities a
            join producers pa on pa.id = a.producer_id
            join producer_identities b on b.provider = a.provider and b.external_id <> a.external_id
            join producers pb on pb.id = b.producer_id
            where (pa.id = p_one or pa.merged_into = p_one)
                and (pb.id = p_other or pb.merged_into = p_other))
        and not exists (
            select 1
            from corrections c
            join producers s on s.id = c.subject
            join producers o on o.id = c.object
            where c.kind = 'distinct'
                and c.reverted_at is null
                and (p_one, p_other) in (
                    (coalesce(s.merged_into, s.id), coalesce(o.merged_into, o.id)),
                    (coalesce(o.merged_into, o.id), coalesce(s.merged_into, s.id))))
$$;

comment on function producers_may_be_one(uuid, uuid) is
    'False when two roots have different ids at one provider, or when somebody said that they are not the same person';

create or replace function producers_named(p_name_key text) returns table (owner_id uuid, root_id uuid, own_name boolean)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select
        p.id,
        coalesce(p.merged_into, p.id),
        true
    from producers p
    where p.normalized_name = p_name_key
    union all
    select
        p.id,
        coalesce(p.merged_into, p.id),
        false
    from producer_aliases a
    join producers p on p.id = a.producer_id
    where a.alias_key = p_name_key
$$;

comment on function producers_named(text) is 'Rows that bear a name, as their own or as an alias, with the rows that stand for them';

create or replace function producer_by_name(p_name_key text, p_provider text, p_external_id text) returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select n.owner_id
    from producers_named(p_name_key) n
    join producers r on r.id = n.root_id
    where p_external_id is null
        or not exists (
            select 1
            from producer_identities i
            join producers m on m.id = i.producer_id
            where (m.id = n.root_id or m.merged_into = n.root_id)
                and i.provider = p_provider
                and i.external_id <> p_external_id)
    order by
        n.own_name desc,
        r.created_at,
        r.id
    limit 1
$$;

comment on function producer_by_name(text, text, text) is
    'The row of that name which the id does not contradict; null when there is none. Names are the last resort';

-- Together they are the key of a namesake, which an index must be able to hold.
create or replace function require_person(p_provider text, p_external_id text, p_name text, p_name_key text) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_provider', p_provider, 50);
    if p_external_id is not null then
        perform require_short_text('p_external_id', p_external_id, 150);
    end if;
    perform require_text('p_name', p_name);
    perform require_short_text('p_name_key', p_name_key, 400);
end
$$;

comment on function require_person(text, text, text, text) is
    'Raises 22023 unless this can be a person as a provider names one; the id may be null';

create or replace function create_producer(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_id uuid;
begin
    perform require_person(p_provider, p_external_id, p_name, p_name_key);
    insert into producers (name, normalized_name, metadata)
    values (p_name, p_name_key, jsonb_build_object('name_from', p_provider))
    on conflict (normalized_name) do nothing
    returning id into v_id;
    if v_id is null then
        -- A namesake has the plain key. The id makes this one's key distinct, and the same in every run.
        insert into producers (name, normalized_name, metadata)
        values (
            p_name,
            p_name_key || ' ~' || p_provider || ':' || coalesce(p_external_id, gen_random_uuid()::text),
            jsonb_build_object('name_from', p_provider))
        returning id into v_id;
        insert into producer_aliases (producer_id, alias, alias_key, source)
        values (v_id, p_name, p_name_key, p_provider);
    end if;
    return v_id;
end
$$;

comment on function create_producer(text, text, text, text) is
    'A new row, also where a namesake exists; for resolve_producer, which has looked before';

create or replace function merge_rows(p_keep uuid, p_merge uuid, p_by text, p_reason text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_correction uuid;
begin
    perform require_producer('p_keep', p_keep);
    perform require_producer('p_merge', p_merge);
    perform require_text('p_by', p_by);
    insert into corrections (kind, subject, object, "by", reason)
    values ('merge', p_merge, p_keep, p_by, p_reason)
    returning id into v_correction;
    update producers
    set merged_into = p_keep
    where id = p_merge
        or merged_into = p_merge;
    perform apply_producer_credits(p_keep);
    return v_correction;
end
$$;

comment on function merge_rows(uuid, uuid, text, text) is
    'Points one root and all that was merged into it at another root, and brings the credits of their songs up to date';

create or replace function unite_producers(p_one uuid, p_other uuid, p_reason text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_keep uuid;
begin
    if not producers_may_be_one(p_one, p_other) then
        return p_one;
    end if;
    -- The choice must not depend on which song was looked at first.
    select p.id
    into v_keep
    from producers p
    where p.id in (p_one, p_other)
    order by
        exists (select 1 from producer_identities i where i.producer_id = p.id and i.provider = 'musicbrainz') desc,
        p.normalized_name collate "C"
    limit 1;
    perform merge_rows(v_keep, case when v_keep = p_one then p_other else p_one end, 'identification', p_reason);
    return v_keep;
end
$$;

comment on function unite_producers(uuid, uuid, text) is
    'Merges two roots that a source shows to be one person, unless ids or a correction speak against it; returns the row that stands for the first afterwards';

create or replace function unite_namesakes(p_root uuid, p_name_key text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid := p_root;
    v_other uuid;
begin
    for v_other in
        select distinct n.root_id
        from producers_named(p_name_key) n
        where n.root_id <> p_root
        order by n.root_id
    loop
        v_root := unite_producers(v_root, v_other, format('both are known as %L and no id speaks against it', p_name_key));
    end loop;
end
$$;

comment on function unite_namesakes(uuid, text) is
    'Merges rows that bear a name just learnt for a producer: had the name been known before, they would have been one from the start';

create or replace function learn_producer_name(p_producer_id uuid, p_name text, p_name_key text, p_source text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid := producer_root(p_producer_id);
begin
    perform require_text('p_name', p_name);
    perform require_short_text('p_name_key', p_name_key, 400);
    perform require_text('p_source', p_source);
    if exists (select 1 from producers_named(p_name_key) n where n.root_id = v_root) then
        return;
    end if;
    insert into producer_aliases (producer_id, alias, alias_key, source)
    values (p_producer_id, p_name, p_name_key, p_source)
    on conflict (producer_id, alias_key) do nothing;
    perform unite_namesakes(v_root, p_name_key);
end
$$;

comment on function learn_producer_name(uuid, text, text, text) is
    'Adds an alias that a source gives for a producer; does nothing when the name is known for it';

create or replace function prefer_producer_name(p_producer_id uuid, p_name text, p_source text) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    -- Sources write one name in several ways; the most careful one wins, whichever was asked first.
    update producers
    set
        name = p_name,
        metadata = metadata || jsonb_build_object('name_from', p_source)
    where id = p_producer_id
        and name <> require_text('p_name', p_name)
        and array_position(array['title', 'genius', 'musicbrainz'], p_source)
            > array_position(array['title', 'genius', 'musicbrainz'], metadata ->> 'name_from')
$$;

comment on function prefer_producer_name(uuid, text, text) is
    'Shows a producer under the spelling of the better source; a name that a person or the profile gave stays';

create or replace function resolve_producer(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_id uuid;
    v_known boolean := false;
begin
    perform require_person(p_provider, p_external_id, p_name, p_name_key);
    perform lock_producers();

    select i.producer_id
    into v_id
    from producer_identities i
    where i.provider = p_provider
        and i.external_id = p_external_id;
    v_known := v_id is not null;
    if v_id is null then
        v_id := producer_by_name(p_name_key, p_provider, p_external_id);
    end if;
    if v_id is null then
        v_id := create_producer(p_provider, p_external_id, p_name, p_name_key);
    end if;
    if not v_known and p_external_id is not null then
        insert into producer_identities (producer_id, provider, external_id)
        values (v_id, p_provider, p_external_id);
    end if;

    if (select p.normalized_name = p_name_key from producers p where p.id = v_id) then
        perform prefer_producer_name(v_id, p_name, p_provider);
    else
        perform learn_producer_name(v_id, p_name, p_name_key, p_provider);
    end if;
    return v_id;
end
$$;

comment on function resolve_producer(text, text, text, text) is
    'The row for a person that a source names, made where there is none: by id at the provider (null where it has none), else by name or alias that no id contradicts. May be a merged row; producer_root leads on';

create or replace function link_producer_identity(p_producer_id uuid, p_provider text, p_external_id text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
    v_owner uuid;
begin
    perform require_short_text('p_provider', p_provider, 50);
    perform require_short_text('p_external_id', p_external_id, 150);
    perform lock_producers();
    v_root := producer_root(p_producer_id);
    select coalesce(p.merged_into, p.id)
    into v_owner
    from producer_identities i
    join producers p on p.id = i.producer_id
    where i.provider = p_provider
        and i.external_id = p_external_id;
    if v_owner is null then
        insert into producer_identities (producer_id, provider, external_id)
        values (p_producer_id, p_provider, p_external_id);
    elsif v_owner <> v_root then
        perform unite_producers(v_root, v_owner, format('both are %s %s', p_provider, p_external_id));
    end if;
    return producer_root(p_producer_id);
end
$$;

comment on function link_producer_identity(uuid, text, text) is
    'Records who a producer is at a provider; when another row is that already, the two are one person and are merged, unless other ids or a correction speak against it. Returns the row that stands for the producer afterwards';

create or replace function link_producer_alias(p_producer_id uuid, p_alias text, p_alias_key text, p_source text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_alias', p_alias);
    perform require_short_text('p_alias_key', p_alias_key, 400);
    perform require_text('p_source', p_source);
    perform lock_producers();
    perform learn_producer_name(p_producer_id, p_alias, p_alias_key, p_source);
    return producer_root(p_producer_id);
end
$$;

comment on function link_producer_alias(uuid, text, text, text) is
    'Records a further name of a producer, with what follows for rows of that name. Returns the row that stands for the producer afterwards';

revoke all on function
    lock_producers(),
    require_producer(text, uuid),
    producer_root(uuid),
    producers_may_be_one(uuid, uuid),
    producers_named(text),
    producer_by_name(text, text, text),
    require_person(text, text, text, text),
    create_producer(text, text, text, text),
    merge_rows(uuid, uuid, text, text),
    unite_producers(uuid, uuid, text),
    unite_namesakes(uuid, text),
    learn_producer_name(uuid, text, text, text),
    prefer_producer_name(uuid, text, text),
    resolve_producer(text, text, text, text),
    link_producer_identity(uuid, text, text),
    link_producer_alias(uuid, text, text, text)
from public;

grant execute on function
    lock_producers(),
    require_producer(text, uuid),
    producer_root(uuid),
    producers_may_be_one(uuid, uuid),
    producers_named(text),
    producer_by_name(text, text, text),
    require_person(text, text, text, text),
    create_producer(text, text, text, text),
    merge_rows(uuid, uuid, text, text),
    unite_producers(uuid, uuid, text),
    unite_namesakes(uuid, text),
    learn_producer_name(uuid, text, text, text),
    prefer_producer_name(uuid, text, text),
    resolve_producer(text, text, text, text),
    link_producer_identity(uuid, text, text),
    link_producer_alias(uuid, text, text, text)
to pipeline_worker;

-- Without rights on the tables behind it, a reader could only ever be refused by it.
revoke execute on function producer_root(uuid) from pipeline_reader;
