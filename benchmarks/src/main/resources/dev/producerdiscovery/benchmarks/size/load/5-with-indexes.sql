set session_replication_role = origin;

do $$
declare
    missing text;
begin
    -- What adding the credits up goes by; the indexes on its result come when it is there.
    for missing in select definition from removed_indexes where definition not ilike '% on public.producer\_%' loop
        execute missing;
    end loop;
end
$$;

analyze;

select refresh_producer_summaries(array(select id from producers));
select refresh_producer_names(array(select id from producers));

do $$
declare
    missing text;
begin
    for missing in select definition from removed_indexes where definition ilike '% on public.producer\_%' loop
        execute missing;
    end loop;
end
$$;
