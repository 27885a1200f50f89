-- Capital and small letters of names that are of ASCII: queues, codes and the like. To the rest of the letters C does
-- nothing. A bare lower() answers by the database's locale.

-- Names of queues, codes and the like are of ASCII. To the rest of the letters C does nothing.
create or replace function ascii_lower(p_text text) returns text
language sql
immutable
parallel safe
return pg_catalog.lower(p_text collate "C");

comment on function ascii_lower(text) is 'The text with small letters for the capitals of ASCII; in every locale the same';

create or replace function ascii_upper(p_text text) returns text
language sql
immutable
parallel safe
return pg_catalog.upper(p_text collate "C");

comment on function ascii_upper(text) is 'The text with capitals for the small letters of ASCII; in every locale the same';

create or replace function is_ascii(p_text text) returns boolean
language sql
immutable
parallel safe
return pg_catalog.octet_length(p_text) = pg_catalog.length(p_text);

comment on function is_ascii(text) is 'Whether a text has no letter or sign beyond ASCII';
