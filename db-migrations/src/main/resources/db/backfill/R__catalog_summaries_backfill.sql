-- Producers that were there before their summaries were. Runs outside a transaction and commits a few thousand at a time,
-- so that workers who credit one of them wait for moments and not for all of them.

do $$
declare
    missing uuid[];
    round integer := 0;
begin
    loop
        missing := array(
            select p.id
            from producers p
            where not exists (
                select
                from producer_names n
                where n.producer_id = p.id)
            limit 5000);
        exit when missing = '{}';
        perform refresh_producer_summaries(missing);
        perform refresh_producer_names(missing);
        commit;
        round := round + 1;
        -- Tables that were empty a moment ago: what the planner believes of them must not grow too old.
        if round in (1, 4, 16, 64) then
            analyze producer_summaries, producer_names;
            commit;
        end if;
    end loop;
end
$$;
