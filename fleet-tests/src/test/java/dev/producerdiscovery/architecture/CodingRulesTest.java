package dev.producerdiscovery.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Refreshing;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyzeClasses(packages = "dev.producerdiscovery", importOptions = ImportOption.DoNotIncludeTests.class)
class CodingRulesTest {

    private static final String ROOT = "dev.producerdiscovery.";

    @ArchTest
    static final ArchRule time_is_passed_in = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test must be able to set the clock");

    @ArchTest
    static final ArchRule randomness_is_passed_in = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .because("a test must be able to repeat what happened");

    @ArchTest
    static final ArchRule dependencies_come_through_constructors =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule only_the_monitor_has_timers = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "monitor..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.scheduling.annotation.Scheduled");

    @ArchTest
    static final ArchRule no_program_writes_numbers_as_its_user_s_country_does = methods()
            .that()
            .haveName("main")
            .and()
            .haveRawParameterTypes(String[].class)
            .and()
            .areStatic()
            .should(new ArchCondition<>("set the neutral locale first") {
                @Override
                public void check(JavaMethod main, ConditionEvents events) {
                    boolean sets = main.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Locale.class)
                                    && call.getTarget().getName().equals("setDefault"));
                    events.add(new SimpleConditionEvent(main, sets, main.getFullName() + " sets a locale: " + sets));
                }
            })
            .because("String.format writes Arabic digits or a decimal comma in some countries");

    @ArchTest
    static final ArchRule rows_do_not_come_as_streams = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .orShould()
            .callMethodWhere(target(owner(assignableTo(JdbcOperations.class))).and(target(name("queryForStream"))))
            .because(
                    "a stream that is not closed keeps its connection for good; list() does not, nor does query(row -> …)"
                            + " where there are too many rows to hold");

    @ArchTest
    static final ArchRule few_handle_connections_themselves = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + "migrations..",
                    ROOT + "backend..",
                    ROOT + "benchmarks..",
                    ROOT + "dumpimport..",
                    ROOT + "fleet.sql..",
                    ROOT + "web.database..")
            .and()
            .doNotHaveSimpleName("NotificationListener")
            .should()
            .callMethodWhere(target(owner(assignableTo(DataSource.class))).and(target(name("getConnection"))))
            .because("JdbcClient gives back what it takes");

    @ArchTest
    static final ArchRule only_the_engine_opens_what_a_handler_runs_within = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "worker.engine.handling")
            .should()
            .callMethodWhere(target(owner(assignableTo(WorkScope.class))).and(target(name("within"))))
            .because("a handler that opens another one, or a second way in, makes calls that nobody accounts for");

    @ArchTest
    static final ArchRule nothing_else_is_told_by_the_thread = noFields()
            .that()
            .areNotDeclaredIn(WorkScope.class)
            .should()
            .haveRawType(assignableTo(ThreadLocal.class))
            .because("whoever reads the code must see what steers it");

    @ArchTest
    static final ArchRule the_engine_hears_of_a_message_that_asks_for_a_new_look = noClasses()
            .that()
            .areAssignableTo(BaseWorker.class)
            .should(new ArchCondition<>("take a message with a field refresh that is not Refreshing") {
                @Override
                public void check(JavaClass worker, ConditionEvents events) {
                    worker.getSuperclass().stream()
                            .filter(JavaParameterizedType.class::isInstance)
                            .flatMap(type -> ((JavaParameterizedType) type).getActualTypeArguments().stream())
                            .map(JavaType::toErasure)
                            .filter(message -> message.tryGetField("refresh").isPresent())
                            .forEach(message -> events.add(new SimpleConditionEvent(
                                    worker,
                                    !message.isAssignableTo(Refreshing.class),
                                    message.getFullName() + " of " + worker.getFullName())));
                }
            });

    @ArchTest
    static final ArchRule nobody_uses_java_util_logging = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule only_the_terminal_command_writes_to_standard_streams = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "fleet..", ROOT + "migrations..", ROOT + "benchmarks..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule there_is_one_loopback_address = noClasses()
            .should()
            .callMethod(InetAddress.class, "getLoopbackAddress")
            .orShould()
            .callMethod(InetAddress.class, "getLocalHost")
            .because("java.net.preferIPv6Addresses makes it another one than the one our servers listen on");
}
