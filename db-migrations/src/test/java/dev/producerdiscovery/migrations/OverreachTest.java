package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** No role changes what it finds, makes anything of its own, or gets beyond the database and itself. */
class OverreachTest extends EachRole {

    @ParameterizedTest
    @EnumSource
    void nobody_changes_a_table_or_view_itself(RightsMatrix stated) throws Exception {
        try (Connection session = session(stated)) {
            for (String relation : DB.column(RELATIONS)) {
                boolean view = DB.isTrue("select relkind = 'v' from pg_class where oid = ?::regclass", relation);
                String kind = view ? "view " : "table ";
                for (String statement : List.of(
                        "alter " + kind + relation + " owner to "
                                + stated.role().roleName(),
                        "alter " + kind + relation + " rename to stolen",
                        "drop " + kind + relation + " cascade",
                        "comment on " + kind + relation + " is 'mine'",
                        "create trigger mine after insert on " + relation
                                + " for each statement execute function suppress_redundant_updates_trigger()",
                        "create rule mine as on update to " + relation + " do also nothing")) {
                    assertRefused(session, statement);
                }
                if (!view) {
                    assertRefused(session, "alter table " + relation + " add column mine text");
                    assertRefused(session, "alter table " + relation + " disable trigger all");
                    assertRefused(session, "create index on " + relation + " ((1))");
                    assertRefused(session, "create policy mine on " + relation);
                    assertRefused(session, "reindex table " + relation);
                }
            }
        }
    }

    @Test
    void nobody_may_pass_a_right_on() {
        assertThat(DB.column("""
                        select c.oid::regclass::text
                        from pg_class c
                        cross join aclexplode(c.relacl) as x
                        where x.is_grantable
                            and x.grantee <> c.relowner
                        union all
                        select p.oid::regprocedure::text
                        from pg_proc p
                        cross join aclexplode(p.proacl) as x
                        where x.is_grantable
                            and x.grantee <> p.proowner
                        """)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_makes_anything_or_reaches_beyond_the_database(RightsMatrix stated) throws Exception {
        String self = stated.role().roleName();
        try (Connection owner = DB.dataSource().getConnection();
                Connection session = session(stated)) {
            int backend = owner.unwrap(PGConnection.class).getBackendPID();
            assertRefused(session, "select pg_terminate_backend(" + backend + ")");
            assertRefused(session, "select pg_cancel_backend(" + backend + ")");
            for (String statement : List.of(
                    "create table mine (n integer)",
                    "create table pgmq.q_mine (n integer)",
                    "create table queue_mgmt.mine (n integer)",
                    "create temporary table mine (n integer)",
                    "create unlogged table mine (n integer)",
                    "create view mine as select 1",
                    "create materialized view mine as select 1",
                    "create sequence mine",
                    "create schema mine",
                    "create type mine as (n integer)",
                    "create domain mine as text",
                    "create function mine() returns integer language sql as 'select 1'",
                    "create procedure mine() language sql as 'select 1'",
                    "create aggregate mine (integer) (sfunc = int4pl, stype = integer)",
                    "create operator === (leftarg = integer, rightarg = integer, function = int4eq)",
                    "create collation mine (locale = 'C')",
                    "create cast (text as integer) with inout",
                    "create extension dblink",
                    "create language mine handler plpgsql_call_handler",
                    "create event trigger mine on ddl_command_start execute function set_updated_at()",
                    "create foreign data wrapper mine",
                    "create publication mine for all tables",
                    "create subscription mine connection 'dbname=x' publication p with (connect = false)",
                    "create database mine",
                    "create tablespace mine location '/tmp'",
                    "create role mine",
                    "create role mine superuser",
                    "alter role " + self + " superuser",
                    "alter role " + self + " createrole",
                    "alter role " + TestServer.OWNER + " password 'mine'",
                    "alter role all set search_path = pgmq",
                    "drop role pipeline_reader",
                    "grant " + TestServer.OWNER + " to " + self,
                    "grant pipeline_operator to pipeline_reader",
                    "set role " + TestServer.OWNER,
                    "set role postgres",
                    "set session authorization " + TestServer.OWNER,
                    "alter system set work_mem = '1GB'",
                    "alter database " + DB.name() + " set work_mem = '1GB'",
                    "drop database " + DB.name(),
                    "alter schema public owner to " + self,
                    "drop schema queue_mgmt cascade",
                    "drop schema pgmq cascade",
                    "drop extension pg_trgm",
                    "drop function search_producers(text)",
                    "alter function search_producers(text) security invoker",
                    "alter function search_producers(text) reset all",
                    "create or replace function queue_exists(p_queue_name text) returns boolean language sql"
                            + " as 'select true'",
                    "copy (select 1) to '/tmp/mine'",
                    "copy (select 1) to program 'true'",
                    "copy provider_facts from '/etc/hostname'",
                    "copy provider_facts from program 'true'",
                    "select pg_read_file('/etc/hostname')",
                    "select pg_ls_dir('.')",
                    "select lo_import('/etc/hostname')",
                    "select lo_export(1, '/tmp/mine')",
                    "select pg_reload_conf()",
                    "select pg_rotate_logfile()",
                    "select * from pg_authid",
                    "select * from pg_shadow",
                    "select * from pg_hba_file_rules",
                    "select * from pg_statistic",
                    "select * from pg_user_mapping",
                    "checkpoint",
                    "load '/tmp/mine'")) {
                assertRefused(session, statement);
            }
            for (RightsMatrix other : RightsMatrix.values()) {
                if (other.compareTo(stated) > 0) {
                    assertRefused(session, "set role " + other.role().roleName());
                    assertRefused(session, "alter role " + other.role().roleName() + " password 'mine'");
                }
            }
        }
    }
}
