-- What people do in a song.

create or replace function role_produces(p_role text) returns boolean
language sql
immutable
parallel safe
as $$
select p_role in ('producer', 'co-producer', 'additional')
$$;

comment on function role_produces(text) is
    'Whether a role makes somebody a producer of the song: producer, co-producer and additional do';

revoke all on function role_produces(text) from public;
grant execute on function role_produces(text) to pipeline_reader;
