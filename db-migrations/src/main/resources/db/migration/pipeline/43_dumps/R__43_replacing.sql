-- From when on a dump is used, and how what it replaces goes.

create or replace function complete_musicbrainz_dump(p_dump integer, p_after bigint) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    dump musicbrainz_dumps;
begin
    dump := musicbrainz_dump_being_loaded(p_dump, p_after);
    update musicbrainz_dumps d
    set state = 'outdated'
    where d.kind = dump.kind
        and d.state = 'in use';
    update musicbrainz_dumps d
    set state = 'in use',
        completed_at = clock_timestamp()
    where d.id = p_dump;
end
$$;

comment on function complete_musicbrainz_dump(integer, bigint) is
    'Lets a dump that is stored up to its last line, p_after, take the place of the one in use';

create or replace function forget_musicbrainz_dumps(p_most integer) returns bigint
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    outdated integer;
    gone bigint;
    gone_keys bigint;
begin
    perform check_argument(p_most between 1 and 1000000, 'p_most', p_most::text, 'be from 1 to 1000000');
    select min(d.id)
    into outdated
    from musicbrainz_dumps d
    where d.state = 'outdated';
    delete from musicbrainz_dump_keys k
    where k.ctid = any (array(
        select o.ctid
        from musicbrainz_dump_keys o
        where o.dump_id = outdated
        limit p_most));
    get diagnostics gone_keys = row_count;
    delete from musicbrainz_dump_entries e
    where e.ctid = any (array(
        select o.ctid
        from musicbrainz_dump_entries o
        where o.dump_id = outdated
        limit p_most));
    get diagnostics gone = row_count;
    if gone + gone_keys = 0 then
        delete from musicbrainz_dumps d
        where d.id = outdated;
        get diagnostics gone = row_count;
    end if;
    return gone + gone_keys;
end
$$;

comment on function forget_musicbrainz_dumps(integer) is
    'Deletes up to so many entries and keys of an outdated dump, and at last the dump itself; how many rows. Repeat until 0';
