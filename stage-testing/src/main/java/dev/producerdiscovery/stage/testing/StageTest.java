package dev.producerdiscovery.stage.testing;

import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole stage, but nothing is taken from its queue but by hand, and no answer of a provider is kept: each test has its
 * own truth at the same address.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
@TestPropertySource(
        properties = {
            // Readiness asks how the worker does, and there is none.
            "management.endpoint.health.validate-group-membership=false",
            "PROVIDER_CACHE_ENABLED=false"
        })
public @interface StageTest {

    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};

    @AliasFor(annotation = SpringBootTest.class)
    SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;
}
