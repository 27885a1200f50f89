package dev.producerdiscovery.worker.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections whose every statement, commit and rollback goes through a test's hands. */
final class Watched extends AbstractDataSource {

    /** One trip to the database. */
    @FunctionalInterface
    interface Step {
        @SuppressWarnings("NullAway") // what a statement returns may be null
        Object run() throws SQLException;
    }

    /** What a test does about it. */
    interface Watch {

        /** @throws SQLException when no connection is to be had */
        default void connecting() throws SQLException {}

        /** @param what the SQL text, or {@code commit}, or {@code rollback} */
        @SuppressWarnings("NullAway") // what a statement returns may be null
        Object step(String what, Connection connection, Step step) throws SQLException;
    }

    private final DataSource server;
    private final Watch watch;

    Watched(DataSource server, Watch watch) {
        this.server = server;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        watch.connecting();
        Connection connection = server.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" ->
                statement(
                        PreparedStatement.class,
                        (PreparedStatement) call(connection, method, arguments),
                        connection,
                        (String) arguments[0]);
            case "createStatement" ->
                statement(Statement.class, (Statement) call(connection, method, arguments), connection, "");
            case "commit", "rollback" ->
                watch.step(method.getName(), connection, () -> call(connection, method, arguments));
            default -> call(connection, method, arguments);
        });
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("log in as the server's data source does");
    }

    private <T extends Statement> T statement(Class<T> type, T statement, Connection connection, String sql) {
        return proxy(type, (self, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String text = arguments == null ? sql : String.valueOf(arguments[0]);
            return watch.step(text, connection, () -> call(statement, method, arguments));
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
