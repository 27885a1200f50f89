-- What a named operation answered, so that it takes effect once.

-- An operation that is repeated, even by two sessions at once, takes effect once: the second waits for the first and
-- then reads its result.
create or replace function earlier_result(p_kind text, p_operation_id text) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_text('p_kind', p_kind);
    perform require_short_text('p_operation_id', p_operation_id, 500);
    perform pg_catalog.pg_advisory_xact_lock(hashtextextended(p_kind || ':' || p_operation_id, 1));
    return (
        select o.result
        from processed_operations o
        where o.kind = p_kind
            and o.operation_id = p_operation_id
    );
end
$$;

comment on function earlier_result(text, text) is
    'What the operation answered the first time, null when this is the first time; no other session can begin it until this transaction ends';

create or replace function remember_result(p_kind text, p_operation_id text, p_result jsonb) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    kept jsonb;
begin
    insert into processed_operations as o (kind, operation_id, result)
    values (
        require_short_text('p_kind', p_kind, 100),
        require_short_text('p_operation_id', p_operation_id, 500),
        require_object('p_result', p_result))
    on conflict (kind, operation_id) do update
    set result = o.result
    returning o.result
    into kept;
    return kept;
end
$$;

comment on function remember_result(text, text, jsonb) is
    'Keeps what an operation answered the first time; returns what is kept';
