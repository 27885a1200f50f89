-- Rows of producers: making one, and pointing one at another when both turn out to be one person.

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

create or replace function create_producer(p_provider text, p_external_id text, p_name text, p_name_key text) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_id uuid := gen_random_uuid();
    v_metadata jsonb := jsonb_build_object('name_from', p_provider, 'name_key', p_name_key);
    v_key text := p_name_key;
    v_namesake boolean;
begin
    perform require_person(p_provider, p_external_id, p_name, p_name_key);
    v_namesake := exists (select from producers_named(p_name_key) n where n.own_name);
    if v_namesake then
        -- A namesake has the plain key. The id makes this one's key distinct, and the same in every run.
        v_key := p_name_key || ' ~' || p_provider || ':' || coalesce(p_external_id, v_id::text);
    end if;
    if exists (select from producers p where p.normalized_name = v_key) then
        insert into producers (id, name, first_key, normalized_name, metadata)
        values (v_id, p_name, v_key, v_key || ' ~' || v_id, v_metadata);
    else
        insert into producers (id, name, normalized_name, metadata)
        values (v_id, p_name, v_key, v_metadata);
    end if;
    if v_namesake then
        insert into producer_aliases (producer_id, alias, alias_key, source)
        values (v_id, p_name, p_name_key, p_provider);
    end if;
    perform name_producers(p_name_key);
    return v_id;
end
$$;

comment on function create_producer(text, text, text, text) is
    'A new row, also where a namesake exists; for resolve_producer, which has looked before';

create or replace function merge_rows(p_keep uuid, p_merge uuid, p_by text, p_reason text) returns uuid
language plpgsql
security definer
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
    perform show_best_name(p_keep);
    perform name_producers(shown_key(p_merge));
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
        coalesce(p.first_key, p.normalized_name) collate "C"
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
security definer
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
