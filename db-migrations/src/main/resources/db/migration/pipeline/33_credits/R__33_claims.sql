-- From evidence to credits: what the sources say about a song, weighed, corrected by people, written to all its tracks.

create or replace function song_claims(p_song_id uuid) returns table (producer_id uuid, role text, source text, strength real)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    select
        coalesce(p.merged_into, p.id),
        e.role,
        e.source,
        max(e.match_strength)
    from credit_evidence e
    join producers p on p.id = e.producer_id
    where e.song_id = p_song_id
        and e.outcome = 'credited'
    group by
        coalesce(p.merged_into, p.id),
        e.role,
        e.source
$$;

comment on function song_claims(uuid) is 'The strongest claim of each source for each producer and role of a song';

create or replace function song_credits(p_song_id uuid)
returns table (producer_id uuid, role text, confidence real, source text, verification text)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    with claim as (
        select
            c.producer_id,
            c.role,
            r.family,
            c.source,
            c.strength
        from song_claims(p_song_id) c
        join credit_roles r on r.label = c.role
    ),
    support as (
        select
            c.producer_id,
            c.family,
            c.source,
            max(c.strength) as strength
        from claim c
        group by
            c.producer_id,
            c.family,
            c.source
    ),
    -- Sources that both name producers of the song, and nobody in common: one of them speaks of another recording.
    contradiction as (
        select
            a.source as source,
            b.source as other,
            max(b.strength) as strength
        from support a
        join support b on b.family = a.family and b.source <> a.source
        where a.family = 'producing'
            and not exists (
                select 1
                from support x
                join support y on y.producer_id = x.producer_id and y.family = x.family
                where x.family = 'producing'
                    and x.source = a.source
                    and y.source = b.source)
        group by
            a.source,
            b.source
    ),
    weighed as (
        select
            s.producer_id,
            s.family,
            count(*) as sources,
            -- Independent sources are wrong together only when each of them is.
            1 - exp(sum(ln(1 - least(s.strength, 0.99)))) as certainty,
            s.family = 'producing'
                and count(*) = 1
                and exists (
                    select 1
                    from contradiction k
                    where k.source = min(s.source)
                        and k.strength >= max(s.strength)) as disputed
        from support s
        group by
            s.producer_id,
            s.family
    ),
    found as (
        select distinct on (c.producer_id, c.role)
            c.producer_id,
            c.role,
            round((least(w.certainty, 0.99) * case when w.disputed then 0.6 else 1 end)::numeric, 3)::real as confidence,
            c.source,
            case
                when w.disputed then 'disputed'
                when w.sources = 1 then 'single source'
                else w.sources || ' sources'
            end as verification
        from claim c
        join weighed w on w.producer_id = c.producer_id and w.family = c.family
        order by
            c.producer_id,
            c.role,
            c.strength desc,
            c.source
    ),
    word as (
        select
            k.kind,
            coalesce(p.merged_into, p.id) as producer_id,
            k.role
        from corrections k
        join producers p on p.id = k.object
        where k.subject = p_song_id
            and k.kind in ('add_credit', 'confirm_credit', 'reject_credit')
            and k.reverted_at is null
    )
    select
        f.producer_id,
        f.role,
        f.confidence,
        f.source,
        f.verification
    from found f
    where not exists (
        select 1
        from word w
        where w.producer_id = f.producer_id
            and (w.role = f.role or w.role is null and w.kind = 'reject_credit'))
    union all
    select distinct
        w.producer_id,
        w.role,
        1::real,
        'person',
        'by a person'
    from word w
    where w.kind in ('add_credit', 'confirm_credit')
$$;

comment on function song_credits(uuid) is
    'What the evidence and the corrections of a song amount to: the credits that each of its tracks carries';
