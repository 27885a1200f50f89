package dev.producerdiscovery.worker.autoconfigure;

import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import dev.producerdiscovery.worker.resilience.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queues, and the one connection on which this process hears of changes. */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnBean(DataSource.class)
public class PgmqAutoConfiguration {

    private static final Duration REDIS_COOL_DOWN = Duration.ofSeconds(5);
    private static final int CONNECT_TIMEOUT_SECONDS = 5;

    /** For the statements before the listening begins; that has a limit of its own. */
    private static final int ANSWER_TIMEOUT_SECONDS = 15;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    PgmqClient pgmqClient(JdbcClient jdbc) {
        return new PgmqClient(jdbc);
    }

    @Bean
    @ConditionalOnMissingBean
    RedisGate redisGate(Clock clock) {
        return new RedisGate(
                new Outage("Redis", "Work goes on without it, only slower.", clock),
                new SteadyClock(clock),
                REDIS_COOL_DOWN);
    }

    @Bean
    @ConditionalOnMissingBean
    NotificationListener notificationListener(
            ObjectProvider<JdbcConnectionDetails> details,
            DataSource pool,
            PgmqClient queues,
            @Value("${producer-discovery.worker.listen-url:}") String listenUrl) {
        JdbcConnectionDetails connection = details.getIfUnique();
        DataSource own = connection == null ? pool : unpooled(connection, listenUrl);
        Backoff backoff = new Backoff(
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                () -> ThreadLocalRandom.current().nextLong());
        return new NotificationListener(own, queues, backoff, Pause.real());
    }

    /**
     * A pool would take the connection back after a while, and count it as leaked.
     *
     * @param listenUrl where the database itself is reached, when the others go through a pooler; else blank
     */
    private static DataSource unpooled(JdbcConnectionDetails details, String listenUrl) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(listenUrl.isBlank() ? details.getJdbcUrl() : listenUrl);
        dataSource.setUser(details.getUsername());
        dataSource.setPassword(details.getPassword());
        dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        dataSource.setSocketTimeout(ANSWER_TIMEOUT_SECONDS);
        dataSource.setTcpKeepAlive(true);
        dataSource.setApplicationName("listener");
        return dataSource;
    }
}
