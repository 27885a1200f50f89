-- What somebody can have done in a song, said once: before, columns, functions and defaults each had a list of their own.

create table credit_roles (
    label text primary key check (label <> ''),
    family text not null check (family <> ''),
    produces boolean not null generated always as (family = 'producing') stored,
    place smallint not null unique check (place > 0)
);

comment on table credit_roles is
    'What somebody can have done in a song. A new role is one row more, in a migration, and one constant of Role in music-matching';
comment on column credit_roles.label is 'The role, as credits and evidence name it';
comment on column credit_roles.family is
    'Roles of one family confirm each other: one source''s composer is another''s writer, one''s co-producer another''s producer';
comment on column credit_roles.produces is 'Whether the role makes somebody a producer of the song';
comment on column credit_roles.place is 'In which order people read them';

insert into credit_roles (place, label, family)
values
    (1, 'producer', 'producing'),
    (2, 'co-producer', 'producing'),
    (3, 'additional', 'producing'),
    (4, 'executive', 'executive'),
    (5, 'vocal producer', 'vocal producer'),
    (6, 'remixer', 'remixer'),
    (7, 'programmer', 'programmer'),
    (8, 'mixer', 'mixer'),
    (9, 'engineer', 'engineer'),
    (10, 'writer', 'writing'),
    (11, 'composer', 'writing'),
    (12, 'lyricist', 'writing'),
    (13, 'other', 'other');

-- A table that was never counted is taken for a much larger one, by every plan that joins it.
analyze credit_roles;

-- Once a rejection could name a role that there is not. It had no effect, and keeps none; what was said stays readable.
update corrections c
set role = 'other',
    reason = concat_ws('; ', c.reason, 'of the role ' || quote_literal(c.role)),
    reverted_at = coalesce(c.reverted_at, now()),
    reverted_by = coalesce(c.reverted_by, 'migration')
where c.role is not null
    and not exists (
        select
        from credit_roles r
        where r.label = c.role);

-- The rows that are there are looked at after the migration (LateChecks.java), beside those who work: they are many, and
-- the checks that go here have let no other role in.
alter table track_producers
    drop constraint track_producers_role_check,
    add foreign key (role) references credit_roles (label) not valid;
alter table credit_evidence
    drop constraint credit_evidence_role_check,
    add foreign key (role) references credit_roles (label) not valid;
alter table corrections
    add foreign key (role) references credit_roles (label) not valid;
