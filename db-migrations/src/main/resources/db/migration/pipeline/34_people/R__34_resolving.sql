-- Who is meant: identity first, then names. Rows are never moved when people turn out to be one: a merged row points at
-- the row that stays and keeps its own ids, names and evidence, so that a merge can be undone without a trace.

create or replace function give_way(p_provider text, p_external_id text, p_name_key text) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_row uuid;
    v_name text;
    v_holder text;
    v_new uuid;
    -- An array, because the planner knows how long it is: a join would compare every id that the provider ever gave.
    v_namesakes uuid[] := array(
        select n.owner_id
        from producers_named(p_name_key) n
        where n.own_name);
begin
    if v_namesakes = '{}' then
        return null;
    end if;
    select p.id, p.name, i.external_id
    into v_row, v_name, v_holder
    from producers p
    join producer_identities i on i.producer_id = p.id and i.provider = p_provider
    where p.id = any (v_namesakes)
        and i.producer_id = any (v_namesakes)
        and id_comes_first(p_external_id, i.external_id)
        -- What a person said was said of the one who is there.
        and not exists (
            select
            from corrections c
            where p.id in (c.subject, c.object)
                and c."by" <> 'identification'
                and c.reverted_at is null)
    limit 1;
    if v_row is null then
        return null;
    end if;
    v_new := create_producer(p_provider, v_holder, v_name, p_name_key);
    update producer_identities
    set producer_id = v_new
    where provider = p_provider
        and external_id = v_holder;
    update credit_evidence
    set producer_id = v_new
    where producer_id = v_row
        and source = p_provider
        and source_person_id = v_holder;
    insert into producer_identities (producer_id, provider, external_id)
    values (v_row, p_provider, p_external_id);
    perform unite_namesakes(v_new, p_name_key);
    perform name_producers(p_name_key);
    perform apply_producer_credits(v_new);
    perform apply_producer_credits(producer_root(v_row));
    return v_row;
end
$$;

comment on function give_way(text, text, text) is
    'Of two people of one name at a provider the one whose id comes first gets the row in which other sources'' ids of that name are, whoever was found first: returns that row, or null when nobody has to make room';

create or replace function resolve_person(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_id uuid;
    v_known boolean := false;
begin
    select i.producer_id
    into v_id
    from producer_identities i
    where i.provider = p_provider
        and i.external_id = p_external_id;
    if v_id is null and p_external_id is not null then
        v_id := give_way(p_provider, p_external_id, p_name_key);
    end if;
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

    if (
        select split_part(coalesce(p.first_key, p.normalized_name), ' ~', 1) <> p_name_key
        from producers p
        where p.id = v_id)
    then
        perform learn_producer_name(v_id, p_name, p_name_key, p_provider);
    end if;
    perform prefer_producer_name(v_id, p_name, p_name_key, p_provider);
    if not v_known then
        perform name_producers(shown_key(producer_root(v_id)));
    end if;
    return v_id;
end
$$;

comment on function resolve_person(text, text, text, text) is 'resolve_producer for who has checked and locked';

create or replace function resolve_producer(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_person(p_provider, p_external_id, p_name, p_name_key);
    perform lock_producers();
    return resolve_person(p_provider, p_external_id, p_name, p_name_key);
end
$$;

comment on function resolve_producer(text, text, text, text) is
    'The row for a person that a source names, made where there is none: by id at the provider (null where it has none), else by name or alias that no id contradicts. May be a merged row; producer_root leads on';

create or replace function join_identity(p_producer_id uuid, p_provider text, p_external_id text) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
    v_owner uuid;
begin
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
        perform name_producers(shown_key(v_root));
    elsif v_owner <> v_root then
        perform unite_producers(v_root, v_owner, format('both are %s %s', p_provider, p_external_id));
    end if;
    return producer_root(p_producer_id);
end
$$;

comment on function join_identity(uuid, text, text) is 'link_producer_identity for who has checked and locked';

create or replace function link_producer_identity(p_producer_id uuid, p_provider text, p_external_id text) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_provider', p_provider, 50);
    perform require_short_text('p_external_id', p_external_id, 150);
    perform lock_producers();
    return join_identity(p_producer_id, p_provider, p_external_id);
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
