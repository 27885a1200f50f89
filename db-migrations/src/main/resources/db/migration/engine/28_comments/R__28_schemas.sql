-- What the schemas and roles are for.

comment on schema queue_mgmt is
    'What operators keep about queues, out of the services'' sight';

do $$
declare
    meaning record;
begin
    -- Belongs to the server's superuser where the database comes from an old release of PostgreSQL.
    if pg_has_role((select n.nspowner from pg_namespace n where n.nspname = 'public'), 'usage') then
        comment on schema public is
            'Producer Discovery: the catalogue, the state of the pipeline, and the functions through which both are used';
    end if;

    for meaning in
        select r.oid, role.name, role.text
        from (values
            ('pipeline_reader', 'Dashboards: views and read functions, no table of the catalogue'),
            ('pipeline_worker', 'Services: what a reader may, and to read the catalogue and to change it, as messages, through functions; neither DDL nor force'),
            ('pipeline_operator', 'People at a console and the queue monitor: what a worker may, and to register, pause, reset, replay, tidy and force')
        ) as role (name, text)
        join pg_roles r on r.rolname = role.name
        -- Roles are the whole server's. Another database may have said the same, and been made by somebody else.
        where shobj_description(r.oid, 'pg_authid') is distinct from role.text
    loop
        begin
            execute format('comment on role %I is %L', meaning.name, meaning.text);
        exception when insufficient_privilege then
            raise notice 'role % keeps its comment: % may not change it', meaning.name, current_user;
        end;
    end loop;
end
$$;
