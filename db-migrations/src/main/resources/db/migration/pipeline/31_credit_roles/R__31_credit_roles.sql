-- What people do in a song.

create or replace function credit_roles() returns text[]
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
select array[
    'producer', 'co-producer', 'additional', 'executive', 'vocal producer', 'remixer', 'programmer',
    'mixer', 'engineer', 'writer', 'composer', 'lyricist', 'other']
$$;

comment on function credit_roles() is 'Every role that somebody can have in a song';

create or replace function require_credit_role(p_name text, p_role text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_role = any (credit_roles()), p_name, p_role, 'be one of ' || array_to_string(credit_roles(), ', '));
    return p_role;
end
$$;

comment on function require_credit_role(text, text) is 'The role, when it is one that somebody can have; otherwise raises 22023';

create or replace function role_produces(p_role text) returns boolean
language sql
immutable
parallel safe
as $$
select p_role in ('producer', 'co-producer', 'additional')
$$;

comment on function role_produces(text) is
    'Whether a role makes somebody a producer of the song: producer, co-producer and additional do';

create or replace function credit_family(p_role text) returns text
language sql
immutable
as $$
    select case
        when role_produces(p_role) then 'producing'
        when p_role in ('writer', 'composer', 'lyricist') then 'writing'
        else p_role
    end
$$;

comment on function credit_family(text) is
    'Roles that confirm each other: one source''s composer is another''s writer, one''s co-producer another''s producer';

create or replace function role_groups(p_role text) returns text[]
language sql
immutable
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
immutable
as $$
select case
    when p_roles is null then 'any'
    when cardinality(p_roles) = 1 then p_roles[1]
    when cardinality(p_roles) = 3 and (select bool_and(role_produces(role)) from unnest(p_roles) as role) then 'produced'
    else 'any'
end
$$;

comment on function role_group_of(text[]) is
    'The group of producer_summaries that answers for these roles (null: any); any for several that are no group of their own';
