-- A person's word about a credit, and how any word is taken back.

create or replace function correct_credit(
    p_song_id uuid, p_producer_id uuid, p_kind text, p_role text, p_by text, p_reason text = null) returns uuid
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_correction uuid;
begin
    perform require_text('p_by', p_by);
    perform check_length('p_reason', p_reason, 10000);
    perform check_argument(p_kind in ('add', 'confirm', 'reject'), 'p_kind', p_kind, 'be add, confirm or reject');
    perform check_argument(p_role is not null or p_kind = 'reject', 'p_role', p_role, 'be given unless a credit is rejected');
    if p_role is not null then
        perform require_credit_role('p_role', p_role);
    end if;
    perform lock_producers();
    perform require_song('p_song_id', p_song_id);
    perform producer_root(p_producer_id);
    -- The newest word counts: what said otherwise about the same credit is no longer in force.
    update corrections
    set
        reverted_at = now(),
        reverted_by = p_by
    where kind in ('add_credit', 'confirm_credit', 'reject_credit')
        and subject = p_song_id
        and object = p_producer_id
        and (role is not distinct from p_role or p_role is null or role is null)
        and reverted_at is null;
    insert into corrections (kind, subject, object, role, "by", reason)
    values (p_kind || '_credit', p_song_id, p_producer_id, p_role, p_by, p_reason)
    returning id into v_correction;
    perform apply_song_credits(p_song_id);
    return v_correction;
end
$$;

comment on function correct_credit(uuid, uuid, text, text, text, text) is
    'Adds, confirms or rejects a credit of a song; a rejection without a role means every role. Returns the correction';

create or replace function revert_correction(p_correction_id uuid, p_by text) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_correction corrections;
begin
    perform require_text('p_by', p_by);
    perform lock_producers();
    select c.*
    into v_correction
    from corrections c
    where c.id = p_correction_id
    for update;
    if not found then
        perform raise_unknown('p_correction_id', 'correction', p_correction_id::text);
    end if;
    if v_correction.reverted_at is not null then
        return false;
    end if;
    if v_correction.kind = 'merge' then
        perform part_rows(p_correction_id, p_by);
        return true;
    end if;
    update corrections
    set
        reverted_at = now(),
        reverted_by = p_by
    where id = p_correction_id;
    if v_correction.kind <> 'distinct' then
        perform apply_song_credits(v_correction.subject);
    end if;
    return true;
end
$$;

comment on function revert_correction(uuid, text) is
    'Takes a correction back, with its effects; false when that was done before. A merge undone this way may be made again by a later proof; split_producer also forbids that';
