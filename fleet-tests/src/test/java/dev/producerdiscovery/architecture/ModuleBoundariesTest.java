package dev.producerdiscovery.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.producerdiscovery.descriptor.Stage;
import java.util.List;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.producerdiscovery", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleBoundariesTest {

    private static final String ROOT = "dev.producerdiscovery.";

    private static final String ENGINE = ROOT + "worker.engine.";

    private static final List<String> ROOMS = List.of("message", "leases", "intake", "handling", "settling", "running");

    private static final String[] SERVICES = Stream.concat(
                    Stream.of(Stage.values()).map(Stage::packageName), Stream.of(ROOT + "monitor", ROOT + "catalog"))
            .map(service -> service + "..")
            .toArray(String[]::new);

    @ArchTest
    static void no_service_depends_on_another_service(JavaClasses classes) {
        for (String service : SERVICES) {
            for (String other : SERVICES) {
                if (!service.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(service)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(classes);
                }
            }
        }
    }

    @ArchTest
    static final ArchRule libraries_know_no_service = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "worker..", ROOT + "web..", ROOT + "matching..", ROOT + "provider..", ROOT + "backend..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule matching_is_pure = classes()
            .that()
            .resideInAPackage(ROOT + "matching..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "matching..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule descriptors_know_nothing_else_of_ours = noClasses()
            .that()
            .resideInAPackage(ROOT + "descriptor..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(ROOT + "descriptor..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule secrets_know_nothing_else_of_ours = noClasses()
            .that()
            .resideInAPackage(ROOT + "secrets..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.producerdiscovery..").and(not(resideInAPackage(ROOT + "secrets.."))));

    @ArchTest
    static final ArchRule the_worker_library_knows_no_provider_and_no_schema = noClasses()
            .that()
            .resideInAPackage(ROOT + "worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "provider..",
                    ROOT + "descriptor..",
                    ROOT + "migrations..",
                    ROOT + "matching..",
                    ROOT + "web..");

    @ArchTest
    static final ArchRule the_catalog_knows_neither_queues_nor_providers = noClasses()
            .that()
            .resideInAPackage(ROOT + "catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "worker..", ROOT + "provider..");

    @ArchTest
    static final ArchRule the_importer_knows_the_rules_of_roles_and_nothing_else_of_ours = noClasses()
            .that()
            .resideInAPackage(ROOT + "dumpimport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "worker..", ROOT + "provider..", ROOT + "web..", ROOT + "migrations..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule the_simulator_shares_no_code_with_what_it_tests = noClasses()
            .that()
            .resideInAPackage(ROOT + "simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "worker..", ROOT + "provider..", ROOT + "matching..", ROOT + "web..", ROOT + "secrets..");

    @ArchTest
    static final ArchRule migrations_and_the_embedded_backend_never_run_inside_a_service = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "migrations..", ROOT + "backend..", ROOT + "fleet..", ROOT + "simulator..");

    @ArchTest
    static final ArchRule no_packages_depend_on_each_other =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static void a_room_of_the_engine_knows_only_those_before_it(JavaClasses classes) {
        for (int room = 0; room < ROOMS.size() - 1; room++) {
            noClasses()
                    .that()
                    .resideInAPackage(ENGINE + ROOMS.get(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOMS.subList(room + 1, ROOMS.size()).stream()
                            .map(later -> ENGINE + later)
                            .toArray(String[]::new))
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule the_engine_has_no_other_rooms = classes()
            .that()
            .resideInAPackage(ROOT + "worker.engine..")
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(ROOT + "worker.engine"), ROOMS.stream().map(ENGINE::concat))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule what_uses_the_worker_library_does_not_see_its_engine = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "worker..", ROOT + "benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "worker.engine..");

    @ArchTest
    static final ArchRule what_starts_an_engine_by_hand_does_not_see_into_it = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "worker..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "worker.engine.*..")
                    .and(not(resideInAPackage(ROOT + "worker.engine.running"))));
}
