-- What the database has to know of providers. Written by every run of the migrations from their descriptors, so that none
-- can be forgotten.

create table providers (
    name text primary key,
    name_care integer,
    calls_an_album numeric not null default 0 check (calls_an_album >= 0),
    calls_a_song numeric not null default 0 check (calls_a_song >= 0)
);

comment on table providers is
    'The outside music APIs, as their descriptors say. Written by the migrations; changes made here last until the next run of them';
comment on column providers.name is 'The provider, as in provider_budgets';
comment on column providers.name_care is
    'How carefully it writes names of people, the more the higher; null when it names no makers of songs';
comment on column providers.calls_an_album is 'Calls that identifying songs takes for each album of the artist, for estimates';
comment on column providers.calls_a_song is 'Calls that identifying songs takes for each of them, for estimates';

-- Workers that go on meanwhile choose names by these; what is described otherwise by then is written after.
insert into providers (name, name_care, calls_an_album, calls_a_song)
values
    ('musicbrainz', 200, 1.01, 0),
    ('genius', 100, 0, 2);
