-- Everything that a migration could change, a line a thing, without what differs by chance (oids, the order of rights).
with ours as (
    select oid, nspname, nspacl, nspowner
    from pg_namespace
    where nspname in ('public', 'pgmq', 'queue_mgmt')
),
of_extensions as (
    select classid, objid
    from pg_depend
    where deptype = 'e'
),
relations as (
    select c.*, n.nspname || '.' || c.relname as name
    from pg_class c
    join ours n on n.oid = c.relnamespace
    where c.oid not in (select objid from of_extensions where classid = 'pg_class'::regclass)
),
functions as (
    select p.*, p.oid::regprocedure::text as name
    from pg_proc p
    join ours n on n.oid = p.pronamespace
    where p.oid not in (select objid from of_extensions where classid = 'pg_proc'::regclass)
),
rights (thing, acl, kind, owner) as (
    select 'database', datacl, 'd'::"char", datdba from pg_database where datname = current_database()
    union all
    select 'schema ' || nspname, nspacl, 'n', nspowner from ours
    union all
    select 'relation ' || name, relacl, (case relkind when 'S' then 's' else 'r' end)::"char", relowner
    from relations
    where relkind in ('r', 'v', 'S')
    union all
    select 'column ' || r.name || '.' || a.attname, a.attacl, 'c', r.relowner
    from relations r
    join pg_attribute a on a.attrelid = r.oid and a.attacl is not null
    union all
    select 'function ' || name, proacl, 'f', proowner from functions
)
select 'extension ' || extname || ' ' || extversion as thing
from pg_extension
union all
select 'relation ' || name || ' ' || relkind::text || relpersistence::text || ' row security ' || relrowsecurity
    || ' owner ' || relowner::regrole || ' options ' || coalesce(array_to_string(reloptions, ','), '')
from relations
where relkind <> 'i'
union all
select 'view ' || name || ' ' || pg_get_viewdef(oid)
from relations
where relkind = 'v'
union all
select 'column ' || r.name || ' ' || a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || ' not null ' || a.attnotnull || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
    || ' generated ' || a.attgenerated::text || a.attidentity::text
from relations r
join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where r.relkind in ('r', 'v', 'c')
union all
select 'constraint ' || r.name || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
from pg_constraint k
join relations r on r.oid = k.conrelid
union all
select 'index ' || pg_get_indexdef(r.oid) || ' options ' || coalesce(array_to_string(r.reloptions, ','), '')
from relations r
where r.relkind = 'i'
union all
select 'trigger ' || pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
from pg_trigger t
join relations r on r.oid = t.tgrelid
where not t.tgisinternal
union all
select 'function ' || pg_get_functiondef(oid) || ' owner ' || proowner::regrole
from functions
union all
select 'comment ' || pg_describe_object(d.classoid, d.objoid, d.objsubid) || ' ' || d.description
from pg_description d
where d.objoid in (select oid from ours union all select oid from relations union all select oid from functions)
union all
select 'right ' || r.thing || ': ' || coalesce(nullif(x.grantee, 0)::regrole::text, 'everybody') || ' may '
    || x.privilege_type || case when x.is_grantable then ' and pass it on' else '' end
from rights r
cross join aclexplode(coalesce(r.acl, acldefault(r.kind, r.owner))) as x
union all
select 'default rights ' || a.defaclrole::regrole || ' ' || a.defaclobjtype::text || ' ' || a.defaclacl::text
from pg_default_acl a
union all
select 'role ' || rolname || ' ' || concat_ws(
    ' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)
from pg_roles
where rolname like 'pipeline\_%'
union all
select 'membership ' || roleid::regrole || ' of ' || member::regrole || ' ' || admin_option
from pg_auth_members
where roleid::regrole::text like 'pipeline\_%'
union all
select 'queue ' || queue_name || coalesce(display_name, '') || coalesce(description, '')
from queue_registry
union all
select 'stage ' || queue_name || ' asks ' || provider || ' ' || required || coalesce(' ' || buckets::text, '')
from stage_providers
order by 1
