-- Names have the habits of real ones: common and rare first and last names, stage names of one word, beginnings that
-- thousands share, accents, other scripts.

select setseed(0.5);

-- Between 0 and p_below, small numbers more often than large ones, the same for the same seed.
create function pg_temp.skewed(p_seed bigint, p_salt bigint, p_below integer) returns integer
language sql
immutable
return (
    power((hashint8extended(p_seed, p_salt) & 1048575) / 1048576.0, 2) * p_below
)::integer % p_below;

create temporary table syllables as
select place, word
from unnest(array[
    'ma', 'ri', 'lo', 'ka', 'den', 'ro', 'si', 'ta', 'vel', 'no', 'ber', 'li', 'san', 'to', 'mi', 'har', 'el', 'zo',
    'can', 'de', 'win', 'ste', 'ny', 'gra', 'pol', 'fu', 'jes', 'ko', 'bra', 'ly', 'qui', 'dor', 'ash', 'ton', 'cle',
    'hu', 'wes', 'ga', 'pri', 'che', 'lund', 'bo', 'yan', 'thi', 'ox', 'umb', 'ire', 'ev', 'jó', 'zoë', 'bjö', 'ré',
    'łu', 'sø', 'ån', 'çe']) with ordinality as syllable (word, place);

create temporary table first_words as
select n as place, initcap(a.word || b.word) as word
from generate_series(1, 3000) as n
join syllables a on a.place = 1 + pg_temp.skewed(n, 1, 56)
join syllables b on b.place = 1 + pg_temp.skewed(n, 2, 56);

create temporary table last_words as
select n as place, initcap(a.word || b.word || c.word) as word
from generate_series(1, 60000) as n
join syllables a on a.place = 1 + pg_temp.skewed(n, 3, 56)
join syllables b on b.place = 1 + pg_temp.skewed(n, 4, 56)
join syllables c on c.place = 1 + pg_temp.skewed(n, 5, 56);

analyze first_words, last_words;

create function pg_temp.one_of(p_words text[], p_seed bigint, p_salt bigint) returns text
language sql
immutable
return p_words[1 + pg_temp.skewed(p_seed, p_salt, cardinality(p_words))];

create function pg_temp.people(p_from bigint, p_count bigint) returns table (place bigint, name text)
language sql
as $$
select
    n - p_from + 1,
    case pg_temp.skewed(n, 6, 20)
        when 14 then
            pg_temp.one_of(array['金', '李', '林', '王', '陈', '佐藤', '鈴木', '高橋', '김', '이', '박', '최'], n, 7)
                || pg_temp.one_of(array['明', '花', '伟', '健', '美', '翔', '雪', '민', '서', '지', '하'], n, 8)
                || pg_temp.one_of(array['', '子', '太', '平', '杰', '준', '연', '우'], n, 9)
        when 15 then
            pg_temp.one_of(array['Иван', 'Олег', 'Мария', 'Анна', 'Юлия'], n, 7)
                || ' ' || pg_temp.one_of(array['Котов', 'Белин', 'Сомова', 'Лесков'], n, 8)
                || pg_temp.one_of(array['', 'ский', 'ин', 'енко'], n, 9)
        when 16 then
            pg_temp.one_of(array['DJ', 'Lil', 'MC', 'The', 'Young', 'Big'], n, 7) || ' ' || last.word
        when 17 then last.word
        when 18 then last.word || lower(first.word)
        else first.word || ' ' || last.word
    end
from generate_series(p_from, p_from + p_count - 1) as n
join first_words first on first.place = 1 + pg_temp.skewed(n, 7, 3000)
join last_words last on last.place = 1 + pg_temp.skewed(n, 8, 60000)
$$;
