-- What is a letter, and which is its small one, must not depend on the locale that somebody gave the database: in C no
-- letter but those of ASCII has a small one, and in Turkish an I becomes an ı. One name for what knows Unicode alone:
-- built into PostgreSQL from version 17 on, of ICU or of the system before.
do $$
begin
    if current_setting('server_version_num')::integer >= 170000 then
        create collation letters (provider = builtin, locale = 'C.UTF-8');
        return;
    end if;
    begin
        create collation letters (provider = icu, locale = 'und');
    exception
        when others then
            create collation letters (provider = libc, locale = 'C.UTF-8');
    end;
end
$$;

comment on collation letters is 'What is a letter and which is its small one, by Unicode, whatever the locale of the database';
