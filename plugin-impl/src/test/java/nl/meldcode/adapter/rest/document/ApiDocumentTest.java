package nl.meldcode.adapter.rest.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meldcode.Covers;
import nl.meldcode.adapter.rest.OpenApiResource;
import org.junit.jupiter.api.Test;

/** The description of the interface says all that is served, and is the one that is served. */
class ApiDocumentTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final java.nio.file.Path FILE =
      java.nio.file.Path.of("src/main/resources" + OpenApiResource.FILE);
  private static final java.nio.file.Path BY_HAND =
      java.nio.file.Path.of("src/test/resources/docs/api.json");

  @Test
  void theFileIsMadeFromTheResourcesAndRecords() throws IOException {
    String made =
        JSON.writeValueAsString(new ApiDocument(JSON.readTree(BY_HAND.toFile())).made()) + "\n";
    if (Boolean.getBoolean("meldcode.docs.write")) {
      Files.writeString(FILE, made);
    }
    assertThat(Files.readString(FILE))
        .as("to write it anew: mvn test -Dtest=ApiDocumentTest -Dmeldcode.docs.write=true")
        .isEqualTo(made);
  }

  @Test
  @Covers("S05")
  void everyRouteIsDescribedAndEveryDescribedRouteIsServed() throws IOException {
    Set<String> described = new TreeSet<>();
    JsonNode byHand = JSON.readTree(BY_HAND.toFile());
    byHand
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described).isEqualTo(served());
  }

  private static Set<String> served() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OpenApiResource.class.getPackageName())
            .stream()
            .filter(one -> one.isAnnotatedWith(Path.class))
            .flatMap(one -> routes(one.reflect()))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> routes(Class<?> resource) {
    Path root = resource.getAnnotation(Path.class);
    return root == null
        ? Stream.empty()
        : Arrays.stream(resource.getMethods()).flatMap(method -> route(root.value(), method));
  }

  private static Stream<String> route(String root, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
        .filter(one -> one != null)
        .map(one -> one.value() + " " + plain(root + below(method)));
  }

  private static String below(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : "/" + path.value();
  }

  /** Without the version and without what a part of the path must look like. */
  private static String plain(String path) {
    return path.replaceFirst("^v1", "").replaceAll("\\{(\\w+):.*?}(?=/|$)", "{$1}");
  }
}
