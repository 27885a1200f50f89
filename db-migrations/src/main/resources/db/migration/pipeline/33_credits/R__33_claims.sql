-- From evidence to credits: what the sources say about a song, weighed, corrected by people, written to all its tracks.

create or replace function songs_claims(p_song_ids uuid[])
returns table (song_id uuid, producer_id uuid, role text, source text, strength real)
language sql
stable
rows 100
set search_path = pg_catalog, public, pg_temp
as $$
    select
        e.song_id,
        coalesce(p.merged_into, p.id),
        e.role,
        e.source,
        max(e.match_strength)
    from credit_evidence e
    join producers p on p.id = e.producer_id
    where e.song_id = any (p_song_ids)
        and e.outcome = 'credited'
    group by
        e.song_id,
        coalesce(p.merged_into, p.id),
        e.role,
        e.source
$$;

comment on function songs_claims(uuid[]) is 'The strongest claim of each source for each producer and role of each song';

create or replace function song_claims(p_song_id uuid) returns table (producer_id uuid, role text, source text, strength real)
language sql
stable
security definer
rows 10
set search_path = pg_catalog, public, pg_temp
as $$
    select
        c.producer_id,
        c.role,
        c.source,
        c.strength
    from songs_claims(array[p_song_id]) c
$$;

comment on function song_claims(uuid) is 'The strongest claim of each source for each producer and role of a song';

create or replace function songs_credits(p_song_ids uuid[])
returns table (song_id uuid, producer_id uuid, role text, confidence real, source text, verification text)
language sql
stable
rows 100
set search_path = pg_catalog, public, pg_temp
as $$
    with claim as (
        select
            c.song_id,
            c.producer_id,
            c.role,
            r.family,
            c.source,
            c.strength
        from songs_claims(p_song_ids) c
        join credit_roles r on r.label = c.role
    ),
    support as (
        select
            c.song_id,
            c.producer_id,
            c.family,
            c.source,
            max(c.strength) as strength
        from claim c
        group by
            c.song_id,
            c.producer_id,
            c.family,
            c.source
    ),
    -- Sources that name the same producer of a song.
    agreement as (
        select distinct
            x.song_id,
            x.source,
            y.source as other
        from support x
        join support y on y.song_id = x.song_id and y.producer_id = x.producer_id and y.family = x.family
        where x.family = 'producing'
    ),
    -- Sources that both name producers of the song, and nobody in common: one of them speaks of another recording.
    contradiction as (
        select
            a.song_id,
            a.source,
            max(b.strength) as strength
        from support a
        join support b on b.song_id = a.song_id and b.family = a.family and b.source <> a.source
        left join agreement g on g.song_id = a.song_id and g.source = a.source and g.other = b.source
        where a.family = 'producing'
            and g.song_id is null
        group by
            a.song_id,
            a.source
    ),
    known as (
        select
            s.song_id,
            s.producer_id,
            s.family,
            count(*) as sources,
            -- Independent sources are wrong together only when each of them is.
            1 - exp(sum(ln(1 - least(s.strength, 0.99)))) as certainty,
            min(s.source) as source,
            max(s.strength) as strength
        from support s
        group by
            s.song_id,
            s.producer_id,
            s.family
    ),
    weighed as (
        select
            n.song_id,
            n.producer_id,
            n.family,
            n.sources,
            n.certainty,
            n.family = 'producing' and n.sources = 1 and coalesce(k.strength >= n.strength, false) as disputed
        from known n
        left join contradiction k on k.song_id = n.song_id and k.source = n.source
    ),
    found as (
        select distinct on (c.song_id, c.producer_id, c.role)
            c.song_id,
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
        join weighed w on w.song_id = c.song_id and w.producer_id = c.producer_id and w.family = c.family
        order by
            c.song_id,
            c.producer_id,
            c.role,
            c.strength desc,
            c.source
    ),
    word as (
        select
            k.subject as song_id,
            k.kind,
            coalesce(p.merged_into, p.id) as producer_id,
            k.role
        from corrections k
        join producers p on p.id = k.object
        where k.subject = any (p_song_ids)
            and k.kind in ('add_credit', 'confirm_credit', 'reject_credit')
            and k.reverted_at is null
    )
    select
        f.song_id,
        f.producer_id,
        f.role,
        f.confidence,
        f.source,
        f.verification
    from found f
    where not exists (
        select 1
        from word w
        where w.song_id = f.song_id
            and w.producer_id = f.producer_id
            and (w.role = f.role or w.role is null and w.kind = 'reject_credit'))
    union all
    select distinct
        w.song_id,
        w.producer_id,
        w.role,
        1::real,
        'person',
        'by a person'
    from word w
    where w.kind in ('add_credit', 'confirm_credit')
$$;

comment on function songs_credits(uuid[]) is
    'What the evidence and the corrections of songs amount to: the credits that each of their tracks carries';

create or replace function song_credits(p_song_id uuid)
returns table (producer_id uuid, role text, confidence real, source text, verification text)
language sql
stable
security definer
rows 10
set search_path = pg_catalog, public, pg_temp
as $$
    select
        c.producer_id,
        c.role,
        c.confidence,
        c.source,
        c.verification
    from songs_credits(array[p_song_id]) c
$$;

comment on function song_credits(uuid) is
    'What the evidence and the corrections of a song amount to: the credits that each of its tracks carries';
