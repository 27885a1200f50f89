package dev.producerdiscovery.backend;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a database is, in the notations that the tools want. */
public record DatabaseAddress(String host, int port, String database) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** What psql and other libpq programs take: {@code postgresql://user:password@host:port/database}. */
    public String libpqUri(Login login) {
        return "postgresql://" + login.user() + ":" + login.password() + "@" + host + ":" + port + "/" + database;
    }

    /** Opens a new connection each time; nothing is pooled and nothing has to be closed. */
    public DataSource dataSource(Login login) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(login.user());
        dataSource.setPassword(login.password());
        return dataSource;
    }

    DatabaseAddress withDatabase(String other) {
        return new DatabaseAddress(host, port, other);
    }
}
