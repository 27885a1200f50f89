-- Messages: most wait and were finished in the stage that takes longest.
create function pg_temp.body(p_stage text, p_number bigint, p_artists integer) returns jsonb
language sql
immutable
return jsonb_build_object(
    'artistId', pg_temp.id('artist', 1 + p_number % p_artists),
    'trackId', pg_temp.id('track', p_number),
    'songId', pg_temp.id('song', p_number),
    'artistName', 'Somebody ' || p_number,
    '_idempotencyKey', p_stage || ':' || p_number,
    '_correlationId', pg_temp.id('run', p_number / 1000));

insert into run_outcomes (correlation_id, asked, outcome, artist_id)
select pg_temp.id('run', n), '{"artistName": "Somebody"}', 'running', pg_temp.id('artist', n + 1)
from generate_series(0, 1000) as n;

do $$
declare
    stage record;
begin
    for stage in
        select *
        from (values
            ('artist_discovery', 0.02), ('album_discovery', 0.03), ('track_discovery', 0.2),
            ('producer_identification', 0.65), ('social_enrichment', 0.1)) as stages (name, share)
    loop
        execute format(
            'insert into pgmq.%I (vt, message, read_ct, last_read_at, headers)
            select
                now() - interval ''1 minute'' + case when n %% 20 = 0 then interval ''1 hour'' else interval ''0'' end,
                pg_temp.body($1, n, $3),
                case when n %% 20 < 2 then 1 else 0 end,
                case when n %% 20 < 2 then now() end,
                case when n %% 40 = 0 then jsonb_build_object(''delayedUntil'', now() + interval ''59 minutes'') end
            from generate_series(1, $2) as n',
            'q_' || stage.name)
        using stage.name, (current_setting('size.waiting')::integer * stage.share)::integer, (select artists from size);
        execute format(
            'insert into pgmq.%I (msg_id, vt, message, read_ct, last_read_at, enqueued_at, archived_at)
            select
                n + 10000000,
                now(),
                pg_temp.body($1, n, $3),
                1,
                now(),
                now() - n * interval ''2 seconds'',
                now() - n * interval ''1 second''
            from generate_series(1, $2) as n',
            'a_' || stage.name)
        using stage.name, (current_setting('size.archived')::integer * stage.share)::integer, (select artists from size);
        execute format(
            'insert into pgmq.%I (vt, message)
            select now(), pg_temp.body($1, n, $2) || jsonb_build_object(''_dlq_metadata'', jsonb_build_object(
                ''source_queue'', $1, ''original_message_id'', n, ''moved_at'', now(), ''failure_reason'', ''invented''))
            from generate_series(1, 200) as n',
            'q_' || stage.name || '_dlq')
        using stage.name, (select artists from size);
        insert into queue_metrics (queue_name, operation, started_at, finished_at, processed_count, success_count, created_at)
        select stage.name, 'process', at, at, 10, 10, at
        from (
            select now() - n * interval '25 seconds' as at
            from generate_series(1, current_setting('size.archived')::integer / 10) as n
        ) as moment;
    end loop;
end
$$;

insert into pgmq_dead_letter_items (queue_name, msg, failed_at, fail_count)
select 'track_discovery', '{}', now() - n * interval '1 minute', 5
from generate_series(1, current_setting('size.archived')::integer / 10) as n;

insert into monitoring_events (event_type, details, created_at)
select
    case when n % 50 = 0 then 'stuck_messages_reset' else 'stuck_messages_checked' end,
    '{"queue_name": "track_discovery", "messages_reset": 1}',
    now() - n * interval '1 minute'
from generate_series(1, 43000) as n;
