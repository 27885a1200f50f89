package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class BuildRulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PARENT = ROOT.resolve("pom.xml");

    /**
     * {@code ./fleet} builds with {@code -Dmaven.test.skip=true}, which makes no such jar: the first command on a new
     * machine would fail, and only there. What tests share is the main code of a module that they depend on.
     */
    @Test
    void no_module_needs_the_tests_of_another() throws IOException {
        assertThat(modules())
                .hasSizeGreaterThan(10)
                .allSatisfy(pom -> assertThat(pom).content().doesNotContain("test-jar"));
    }

    @Test
    void no_version_is_managed_that_no_module_uses() throws IOException {
        List<String> managed = texts(
                PARENT, "/project/dependencyManagement/dependencies/dependency[not(scope = 'import')]/artifactId");
        List<String> used = Stream.concat(
                        texts(PARENT, "/project/dependencies/dependency/artifactId").stream(),
                        modules().stream().flatMap(pom -> texts(pom, "//dependency/artifactId").stream()))
                .toList();

        assertThat(managed).hasSizeGreaterThan(10);
        assertThat(used).containsAll(managed);
    }

    @Test
    void no_version_is_stated_that_nothing_refers_to() throws IOException {
        String poms = Files.readString(PARENT)
                + String.join("", modules().stream().map(BuildRulesTest::text).toList());
        List<String> stated = nodes(PARENT, "/project/properties/*[contains(name(), '.version')]")
                .map(Node::getNodeName)
                .toList();

        assertThat(stated)
                .hasSizeGreaterThan(10)
                // Spring Boot's own, which its parent refers to.
                .filteredOn(property -> !property.equals("java.version"))
                .allSatisfy(property -> assertThat(poms).contains("${" + property + "}"));
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static List<String> texts(Path pom, String path) {
        return nodes(pom, path).map(Node::getTextContent).toList();
    }

    private static Stream<Node> nodes(Path pom, String path) {
        try {
            NodeList nodes = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            path,
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(pom.toFile()),
                            XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
        } catch (XPathException | ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("Cannot read " + pom, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
