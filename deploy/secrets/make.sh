#!/bin/bash
# Makes the passwords of docker-compose.yml, one folder for each who needs some: nobody sees another's. What is there stays,
# but for what the environment gives. Runs in the image of PostgreSQL, which has that user.
set -euo pipefail
umask 077

fail() {
    echo "$*" >&2
    exit 1
}

# password NAME GIVEN: the one that is given, else the one that was made before, else a new one.
password() {
    local kept=/secrets/kept/$1
    if [ -n "$2" ]; then
        # It becomes part of an address and of a file that a shell reads.
        [[ $2 =~ ^[A-Za-z0-9._~-]{12,}$ ]] || fail "The password for $1 must be of 12 or more of the letters A-Z a-z, digits and . _ ~ -"
        printf %s "$2" >"$kept"
    elif [ ! -s "$kept" ]; then
        od -An -tx1 -N24 /dev/urandom | tr -d ' \n' >"$kept.new"
        mv "$kept.new" "$kept"
    fi
    cat "$kept"
}

# file OWNER MODE PATH: standard input, in place at once.
file() {
    cat >"$3.new"
    chown "$1" "$3.new"
    chmod "$2" "$3.new"
    mv "$3.new" "$3"
}

app=10001:10001
mkdir -p /secrets/kept
superuser=$(password superuser '')
owner=$(password owner '')
worker=$(password worker "${PIPELINE_WORKER_PASSWORD:-}")
operator=$(password operator "${PIPELINE_OPERATOR_PASSWORD:-}")
reader=$(password reader "${PIPELINE_READER_PASSWORD:-}")
redis=$(password redis "${REDIS_PASSWORD:-}")

chmod 755 /secrets/{postgres,redis,owner,worker,operator}
printf %s "$superuser" | file postgres:postgres 400 /secrets/postgres/superuser
printf %s "$owner" | file postgres:postgres 400 /secrets/postgres/owner
# Redis runs as whatever user its image has, and nobody else is in that container.
cat <<REDIS | file root:root 444 /secrets/redis/redis.conf
requirepass $redis
rename-command CONFIG ""
rename-command DEBUG ""
rename-command MODULE ""
rename-command REPLICAOF ""
rename-command SLAVEOF ""
REDIS
cat <<OWNER | file $app 400 /secrets/owner/env
SPRING_DATASOURCE_PASSWORD=$owner
PIPELINE_WORKER_PASSWORD=$worker
PIPELINE_OPERATOR_PASSWORD=$operator
PIPELINE_READER_PASSWORD=$reader
OWNER
cat <<WORKER | file $app 400 /secrets/worker/env
SPRING_DATASOURCE_PASSWORD=$worker
SPRING_DATA_REDIS_URL=redis://:$redis@redis:6379
WORKER
cat <<OPERATOR | file $app 400 /secrets/operator/env
SPRING_DATASOURCE_PASSWORD=$operator
OPERATOR
