-- Run once, by the superuser, when the database is new: everything later is the owner's, who is no superuser.
\set owner_password `cat /run/secrets/producer-discovery/owner`
create role producer_discovery login createrole password :'owner_password';
-- Force-releasing an advisory lock ends the session that holds it.
grant pg_signal_backend to producer_discovery;
alter database producer_discovery owner to producer_discovery;

-- Only a superuser may install it.
create extension if not exists pgmq;
grant usage, create on schema pgmq to producer_discovery;
grant all on pgmq.meta to producer_discovery;

-- Whoever may log in could fill the disk with them.
revoke execute on function
    lo_creat(integer),
    lo_create(oid),
    lo_from_bytea(oid, bytea),
    lo_import(text),
    lo_import(text, oid),
    lo_put(oid, bigint, bytea),
    lo_truncate(integer, integer),
    lo_truncate64(integer, bigint),
    lowrite(integer, bytea)
from public;
