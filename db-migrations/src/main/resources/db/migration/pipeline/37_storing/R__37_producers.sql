-- Storing a producer under a name, for whoever knows no id of theirs.

create or replace function process_producer_atomic(
    p_producer_data jsonb,
    p_operation_id text,
    p_normalized_name text
) returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('producer', p_operation_id);
    stored_id uuid;
    root_id uuid;
    inserted boolean;
    before producers;
    key_before text;
    -- What follows the tilde tells namesakes apart.
    name_key text := split_part(p_normalized_name, ' ~', 1);
    renamed boolean;
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_producer_data', p_producer_data);
    perform require_short_text('p_normalized_name', p_normalized_name, 500);

    perform lock_producers();
    select p.id, coalesce(p.merged_into, p.id)
    into stored_id, root_id
    from producers p
    where p.first_key = p_normalized_name
        or p.normalized_name = p_normalized_name
    order by coalesce(p.first_key, p.normalized_name) = p_normalized_name desc
    limit 1;
    inserted := not found;
    if inserted then
        insert into producers (name, normalized_name)
        values (require_name(p_producer_data), p_normalized_name)
        returning id, id
        into stored_id, root_id;
    end if;

    select p.*
    into before
    from producers p
    where p.id = root_id;
    key_before := shown_key(root_id);
    renamed := root_id = stored_id and key_before <> name_key;

    -- A name that turned out to be somebody's other name belongs to that person.
    update producers as p
    set name = case when root_id = stored_id then require_name(p_producer_data) else p.name end,
        email = coalesce(field_text(p_producer_data, 'email'), p.email),
        image_url = coalesce(field_text(p_producer_data, 'image_url'), p.image_url),
        instagram_handle = coalesce(field_text(p_producer_data, 'instagram_handle'), p.instagram_handle),
        instagram_bio = coalesce(field_text(p_producer_data, 'instagram_bio'), p.instagram_bio),
        metadata = p.metadata
            || field_object(p_producer_data, 'metadata')
            || case when renamed then jsonb_build_object('name_key', name_key) else '{}' end
    where p.id = root_id
    returning jsonb_build_object('producer_id', p.id, 'created', inserted, 'operation_id', p_operation_id)
    into result;

    if renamed then
        -- The key follows the name that is shown, and the name so far is one of the others from now on.
        insert into producer_aliases (producer_id, alias, alias_key, source)
        values (root_id, before.name, key_before, coalesce(before.metadata ->> 'name_from', 'unknown'))
        on conflict (producer_id, alias_key) do nothing;
        perform name_producers(key_before);
        perform name_producers(name_key);
    end if;

    return remember_result('producer', p_operation_id, result);
end
$$;

comment on function process_producer_atomic(jsonb, text, text) is
    'Stores a producer {name, email, image_url, instagram_handle, instagram_bio, metadata} under a normalised name: {producer_id, created, operation_id}. The same operation id again changes nothing and answers the same';
