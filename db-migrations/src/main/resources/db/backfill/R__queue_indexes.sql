-- Queues that were there before monitors counted by the index that workers claim by. A transaction each, because building
-- the index holds up the senders of that queue for as long.

do $$
declare
    queue text;
begin
    for queue in
        select lower(m.queue_name)
        from pgmq.meta m
        where to_regclass(format('pgmq.%I', 'q_' || lower(m.queue_name) || '_claim_idx')) is not null
        order by 1
    loop
        execute format(
            'create index if not exists %I on pgmq.%I (vt, msg_id) include (read_ct)',
            'q_' || queue || '_ready_idx',
            'q_' || queue);
        commit;
        execute format('drop index pgmq.%I', 'q_' || queue || '_claim_idx');
        commit;
    end loop;
end
$$;
