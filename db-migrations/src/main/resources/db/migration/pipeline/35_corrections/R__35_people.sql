-- A person's word about producers and credits: outranks every source, is obeyed by every later run, can be taken back.

create or replace function merge_producers(p_keep uuid, p_merge uuid, p_by text, p_reason text = null) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_keep uuid;
    v_merge uuid;
begin
    perform require_text('p_by', p_by);
    perform check_length('p_reason', p_reason, 10000);
    perform lock_producers();
    v_keep := require_producer('p_keep', p_keep);
    v_merge := require_producer('p_merge', p_merge);
    if v_keep = v_merge then
        raise exception 'p_merge: producer % is one with % already', p_merge, p_keep using errcode = '22023';
    end if;
    if exists (
        select 1
        from corrections c
        where c.kind = 'distinct'
            and c.reverted_at is null
            and (c.subject, c.object) in ((v_keep, v_merge), (v_merge, v_keep)))
    then
        raise exception 'p_merge: producers % and % were declared to be different people; revert that correction first',
            p_merge, p_keep using errcode = '22023';
    end if;
    return merge_rows(v_keep, v_merge, p_by, p_reason);
end
$$;

comment on function merge_producers(uuid, uuid, text, text) is
    'Says that two producers are one person: p_merge becomes part of p_keep, with its songs, names and ids. Returns the correction, which revert_correction takes back';

create or replace function part_rows(p_merge_correction uuid, p_by text) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_subject uuid;
    v_former_root uuid;
begin
    update corrections
    set
        reverted_at = now(),
        reverted_by = p_by
    where id = p_merge_correction
        and kind = 'merge'
    returning subject into v_subject;
    if not found then
        perform raise_unknown('p_merge_correction', 'merge', p_merge_correction::text);
    end if;
    v_former_root := producer_root(v_subject);
    -- What had been merged into the row before goes with it.
    with recursive part as (
        select v_subject as id
        union
        select c.subject
        from corrections c
        join part on part.id = c.object
        where c.kind = 'merge'
            and c.reverted_at is null
    )
    update producers p
    set merged_into = nullif(v_subject, p.id)
    from part
    where p.id = part.id;
    perform show_best_name(v_subject);
    perform show_best_name(v_former_root);
    perform apply_producer_credits(v_subject);
    perform apply_producer_credits(v_former_root);
end
$$;

comment on function part_rows(uuid, text) is 'Undoes one merge: the row stands for itself again, with all that was merged into it';

create or replace function declare_distinct(p_one uuid, p_other uuid, p_by text, p_reason text = null) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_correction uuid;
begin
    perform require_text('p_by', p_by);
    perform check_length('p_reason', p_reason, 10000);
    perform lock_producers();
    if require_producer('p_one', p_one) = require_producer('p_other', p_other) then
        raise exception 'p_other: producer % is one with %; split_producer parts them', p_other, p_one using errcode = '22023';
    end if;
    insert into corrections as c (kind, subject, object, "by", reason)
    values ('distinct', least(p_one, p_other), greatest(p_one, p_other), p_by, p_reason)
    on conflict (kind, subject, object, role) where reverted_at is null do update
    set reason = coalesce(excluded.reason, c.reason)
    returning c.id into v_correction;
    return v_correction;
end
$$;

comment on function declare_distinct(uuid, uuid, text, text) is
    'Says that two producers are not the same person, so that no later run merges them. Returns the correction';

create or replace function split_producer(p_merged uuid, p_by text, p_reason text = null) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_merge corrections;
begin
    perform require_text('p_by', p_by);
    perform check_length('p_reason', p_reason, 10000);
    perform lock_producers();
    select c.*
    into v_merge
    from corrections c
    where c.kind = 'merge'
        and c.subject = p_merged
        and c.reverted_at is null;
    if not found then
        perform raise_unknown('p_merged', 'merged producer', p_merged::text);
    end if;
    perform part_rows(v_merge.id, p_by);
    return declare_distinct(p_merged, v_merge.object, p_by, p_reason);
end
$$;

comment on function split_producer(uuid, text, text) is
    'Parts a producer from the one it was merged into and remembers that they are two people. Returns that correction';

create or replace function split_producer_identity(p_provider text, p_external_id text, p_by text, p_reason text = null)
returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_from uuid;
    v_new uuid;
    v_name text;
    v_name_key text;
begin
    perform require_text('p_by', p_by);
    perform check_length('p_reason', p_reason, 10000);
    perform lock_producers();
    select
        i.producer_id,
        coalesce(e.raw_name, p.name),
        coalesce(e.name_key, shown_key(p.id))
    into
        v_from,
        v_name,
        v_name_key
    from producer_identities i
    join producers p on p.id = i.producer_id
    left join credit_evidence e on e.source = i.provider and e.source_person_id = i.external_id and e.outcome = 'credited'
    where i.provider = p_provider
        and i.external_id = p_external_id
    order by e.observed_at
    limit 1;
    if v_from is null then
        perform raise_unknown(
            'p_external_id', format('person at p_provider %L', left(p_provider, 100)), p_external_id);
    end if;
    v_new := create_producer(p_provider, p_external_id, v_name, v_name_key);
    update producer_identities
    set producer_id = v_new
    where provider = p_provider
        and external_id = p_external_id;
    perform name_producers(v_name_key);
    update credit_evidence
    set producer_id = v_new
    where source = p_provider
        and source_person_id = p_external_id;
    perform declare_distinct(v_new, v_from, p_by, p_reason);
    perform apply_producer_credits(v_new);
    perform apply_producer_credits(producer_root(v_from));
    return v_new;
end
$$;

comment on function split_producer_identity(text, text, text, text) is
    'Says that an id was given to the wrong producer: it and what it is credited with become a producer of their own. Returns the new producer';
