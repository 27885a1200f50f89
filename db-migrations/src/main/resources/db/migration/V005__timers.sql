-- Which replica runs a timer's job: rows of ShedLock, in the columns that it prescribes
-- (https://github.com/lukas-krecan/ShedLock#jdbctemplate).

create table shedlock (
    name varchar(64) primary key,
    lock_until timestamp not null,
    locked_at timestamp not null,
    locked_by varchar(255) not null
);

comment on table shedlock is 'One row a timer''s job; whoever moved lock_until into the future runs it. Times are UTC';

grant select, insert, update on shedlock to pipeline_operator;
