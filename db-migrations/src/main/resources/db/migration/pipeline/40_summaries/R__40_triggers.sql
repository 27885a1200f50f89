-- Keeping producer_names and producer_summaries current. Triggers note which producers a statement concerns, and when the
-- transaction commits, or soon after, their credits are added up anew, once, however many songs of theirs it settled.
-- Nothing is added to what was counted before, so nothing can drift.

create or replace function summarise_at_commit(p_producer_ids uuid[]) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if current_setting('producer_discovery.summaries', true) = 'later' then
        insert into stale_summaries (producer_id)
        select distinct n.id
        from unnest(p_producer_ids) as n (id)
        where n.id is not null;
    else
        insert into producers_to_summarise (producer_id)
        select distinct n.id
        from unnest(p_producer_ids) as n (id)
        where n.id is not null;
    end if;
end
$$;

comment on function summarise_at_commit(uuid[]) is
    'Adds up anew the credits of these producers, and of those they are merged into, when the transaction commits, or soon after where it called summarise_later';

create or replace function summarise_noted_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    noted uuid[];
begin
    with taken as (
        delete from producers_to_summarise t
        where t.transaction = pg_current_xact_id()
        returning t.producer_id
    )
    select array_agg(distinct t.producer_id)
    into noted
    from taken t;
    -- The first row does it for all of the transaction.
    if noted is not null then
        perform refresh_producer_summaries(noted);
    end if;
    return null;
end
$$;

comment on function summarise_noted_producers() is
    'Trigger function of producers_to_summarise: at commit, adds up anew the credits of all that the transaction noted';

do $$
begin
    -- A constraint trigger cannot be replaced, and dropping it would hold up whoever credits somebody.
    if not exists (
        select
        from pg_trigger t
        where t.tgrelid = 'producers_to_summarise'::regclass
            and t.tgname = 'producers_noted'
    ) then
        create constraint trigger producers_noted after insert on producers_to_summarise
            deferrable initially deferred
            for each row execute function summarise_noted_producers();
    end if;
end
$$;

create or replace function note_changed_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        perform refresh_producer_names(array(select n.id from changed_rows n));
        perform summarise_at_commit(array(select n.id from changed_rows n));
        return null;
    end if;
    perform refresh_producer_names(array(
        select n.id
        from changed_rows n
        join former_rows o on o.id = n.id
        where n.name <> o.name));
    perform summarise_at_commit(array(
        select unnest(array[n.id, o.merged_into, n.merged_into])
        from changed_rows n
        join former_rows o on o.id = n.id
        where (n.name, n.merged_into, n.email, n.instagram_handle)
            is distinct from (o.name, o.merged_into, o.email, o.instagram_handle)));
    return null;
end
$$;

comment on function note_changed_producers() is
    'Trigger function of producers: names and summaries of those that a statement made, renamed, merged or gave a contact';

create or replace trigger producers_inserted after insert on producers
    referencing new table as changed_rows
    for each statement execute function note_changed_producers();
create or replace trigger producers_changed after update on producers
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_changed_producers();

create or replace function note_changed_aliases() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform refresh_producer_names(array(select distinct n.producer_id from changed_rows n));
    if tg_op = 'UPDATE' then
        perform refresh_producer_names(array(select distinct o.producer_id from former_rows o));
    end if;
    return null;
end
$$;

comment on function note_changed_aliases() is
    'Trigger function of producer_aliases: the names of the producers whose aliases a statement changed';

create or replace trigger producer_aliases_inserted after insert on producer_aliases
    referencing new table as changed_rows
    for each statement execute function note_changed_aliases();
create or replace trigger producer_aliases_changed after update on producer_aliases
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_changed_aliases();
create or replace trigger producer_aliases_deleted after delete on producer_aliases
    referencing old table as changed_rows
    for each statement execute function note_changed_aliases();

create or replace function note_credited_producers() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform summarise_at_commit(array(select n.producer_id from changed_rows n));
    if tg_op = 'UPDATE' then
        perform summarise_at_commit(array(select o.producer_id from former_rows o));
    end if;
    return null;
end
$$;

comment on function note_credited_producers() is
    'Trigger function of track_producers and credit_evidence: the producers of whom a statement credited, or no longer credits, something';

create or replace trigger track_producers_inserted after insert on track_producers
    referencing new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger track_producers_changed after update on track_producers
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger track_producers_deleted after delete on track_producers
    referencing old table as changed_rows
    for each statement execute function note_credited_producers();

create or replace trigger credit_evidence_inserted after insert on credit_evidence
    referencing new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger credit_evidence_changed after update on credit_evidence
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_credited_producers();
create or replace trigger credit_evidence_deleted after delete on credit_evidence
    referencing old table as changed_rows
    for each statement execute function note_credited_producers();

create or replace function note_changed_tracks() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform summarise_at_commit(array(
        select c.producer_id
        from changed_rows n
        join former_rows o on o.id = n.id
        join track_producers c on c.track_id = n.id
        where (n.song_id, n.album_id, n.popularity) is distinct from (o.song_id, o.album_id, o.popularity)));
    return null;
end
$$;

comment on function note_changed_tracks() is
    'Trigger function of tracks: the producers whose tracks became another song''s or more popular';

create or replace trigger tracks_changed after update on tracks
    referencing old table as former_rows new table as changed_rows
    for each statement execute function note_changed_tracks();
