package dev.producerdiscovery.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may call is decided in one place. */
@AnalyzeClasses(packages = "dev.producerdiscovery", importOptions = ImportOption.DoNotIncludeTests.class)
class DoorTest {

    @ArchTest
    static final ArchRule only_the_web_library_knows_spring_security = noClasses()
            .that()
            .resideOutsideOfPackage("dev.producerdiscovery.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.security..");

    @Test
    void no_module_brings_the_set_up_that_adds_a_user_and_tells_the_log_his_password() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            List<Path> poms = modules.map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
            assertThat(poms)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(pom -> assertThat(pom)
                            .content()
                            .doesNotContain("spring-boot-starter-security", "spring-boot-security"));
        }
    }
}
