-- The parts of this folder are one script: a catalogue and queues of the size that years of running would make, all of it
-- invented, the same in every run. Sizes come from the settings size.producers, size.credits, size.archived and
-- size.waiting.
--
-- Triggers are off and indexes gone while rows are loaded; the last part makes up for both.

set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';

create temporary table removed_indexes as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i
join pg_class c on c.oid = i.indrelid
where c.relnamespace in ('public'::regnamespace, 'pgmq'::regnamespace)
    and not i.indisunique;

do $$
declare
    removed text;
begin
    for removed in select name from removed_indexes loop
        execute 'drop index ' || removed;
    end loop;
end
$$;
