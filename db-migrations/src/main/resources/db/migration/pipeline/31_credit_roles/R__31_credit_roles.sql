-- What people do in a song: questions to table credit_roles. A query over many credits joins the table instead.

create or replace function producing_roles() returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select array_agg(r.label order by r.place)
from credit_roles r
where r.produces
$$;

comment on function producing_roles() is 'The roles that make somebody a producer of the song';

create or replace function require_credit_role(p_name text, p_role text) returns text
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from credit_roles r where r.label = p_role) then
        perform check_argument(
            false,
            p_name,
            p_role,
            'be one of ' || (select string_agg(r.label, ', ' order by r.place) from credit_roles r));
    end if;
    return p_role;
end
$$;

comment on function require_credit_role(text, text) is 'The role, when it is one that somebody can have; otherwise raises 22023';

create or replace function role_produces(p_role text) returns boolean
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select p_role = any (producing_roles())
$$;

comment on function role_produces(text) is 'Whether a role makes somebody a producer of the song (credit_roles)';

create or replace function credit_family(p_role text) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select coalesce((select r.family from credit_roles r where r.label = p_role), p_role)
$$;

comment on function credit_family(text) is
    'Roles that confirm each other: one source''s composer is another''s writer, one''s co-producer another''s producer';

-- Which groups of producer_summaries a credit counts in. A view, so that adding up thousands of credits calls nothing.
create or replace view credit_role_groups as
select r.label as role, groups.role_group
from credit_roles r
cross join lateral (
    values
        ('any'),
        (case when r.produces then 'produced' end),
        (r.label)
) as groups (role_group)
where groups.role_group is not null;

comment on view credit_role_groups is 'The groups of producer_summaries in which a credit of a role counts';
comment on column credit_role_groups.role is 'What somebody did, as credit_roles has it';
comment on column credit_role_groups.role_group is 'any, the role itself, and produced for a role that makes somebody a producer';

create or replace function role_groups(p_role text) returns text[]
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select case
    when role_produces(p_role) then array['any', 'produced', p_role]
    else array['any', p_role]
end
$$;

comment on function role_groups(text) is 'The groups of producer_summaries in which a credit of this role counts';

-- The group of producer_summaries that these roles are, or that holds them among others.
create or replace function role_group_of(p_roles text[]) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select case
    when p_roles is null then 'any'
    when cardinality(p_roles) = 1 then p_roles[1]
    when p_roles <@ producing_roles() and p_roles @> producing_roles() then 'produced'
    else 'any'
end
$$;

comment on function role_group_of(text[]) is
    'The group of producer_summaries that answers for these roles (null: any); any for several that are no group of their own';
