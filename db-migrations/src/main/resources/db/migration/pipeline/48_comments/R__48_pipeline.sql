-- What the other tables of the pipeline and their columns mean.

comment on table provider_facts is
    'What was found out about a provider and would cost a call to find out again, for example whether Spotify serves this app large pages. Written and read by the provider clients';
comment on column provider_facts.provider is 'Whom it is about';
comment on column provider_facts.fact is 'What it is about, for example mode or pages of 50';
comment on column provider_facts.value is 'The fact, for example development or refused';
comment on column provider_facts.observed_at is 'When it was seen; facts are tried again some time after';

comment on table shedlock is
    'Which replica runs a timer''s job: one row a job, in the columns that ShedLock prescribes. Written and read by the queue monitor. Times are UTC';
comment on column shedlock.name is 'The job';
comment on column shedlock.lock_until is 'Nobody else runs the job before this time';
comment on column shedlock.locked_at is 'When it was last begun';
comment on column shedlock.locked_by is 'The host that began it';

comment on column run_outcomes.asked is
    'The request: artistName or artistId (of Spotify or MusicBrainz), and the catalogue that is asked';
