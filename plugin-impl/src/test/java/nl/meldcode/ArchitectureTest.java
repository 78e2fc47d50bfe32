package nl.meldcode;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CompileTimeConstant;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.validation.Valid;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The architecture, stated as rules: who may know whom, and which habits the compiler cannot see.
 */
@AnalyzeClasses(packages = "nl.meldcode", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

  /** Raise it as the code grows, so that no rule can pass by matching nothing. */
  private static final int FEWEST_CLASSES = 120;

  private static final DescribedPredicate<JavaClass> CORE =
      resideInAnyPackage(
              "java..",
              "jakarta.validation.constraints..",
              "org.jspecify.annotations..",
              "nl.meldcode.api..",
              "nl.meldcode.domain..")
          .or(type(Valid.class));

  @ArchTest
  static final ArchRule dependenciesPointInward =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("api")
          .definedBy("nl.meldcode.api..")
          .layer("domain")
          .definedBy("nl.meldcode.domain..")
          .layer("application")
          .definedBy("nl.meldcode.application..")
          .layer("adapter")
          .definedBy("nl.meldcode.adapter..")
          .whereLayer("api")
          .mayNotAccessAnyLayer()
          .whereLayer("domain")
          .mayOnlyAccessLayers("api")
          .whereLayer("application")
          .mayOnlyAccessLayers("api", "domain");

  @ArchTest
  static final ArchRule theDomainIsPure =
      noClasses()
          .that()
          .resideInAPackage("nl.meldcode.domain..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.not(CORE)
                  .or(resideInAnyPackage("java.io..", "java.net..", "java.sql.."))
                  .or(type(Clock.class)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule useCasesKnowNoTechnology =
      noClasses()
          .that()
          .resideInAPackage("nl.meldcode.application..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.not(CORE.or(resideInAPackage("nl.meldcode.application..")))
                  .or(resideInAnyPackage("java.sql..", "java.net..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule adaptersDoNotSeeOneAnother =
      slices()
          .matching("nl.meldcode.adapter.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("nl.meldcode.adapter.osgi.."), DescribedPredicate.alwaysTrue())
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(), resideInAPackage("nl.meldcode.adapter.http.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("nl.meldcode.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*[.$]\\w*(Utils?|Helper|Manager|Processor|Impl)(\\$.*)?")
          .orShould()
          .haveNameMatching(".*[.$](Abstract\\w*|I[A-Z][a-z]\\w*)(\\$.*)?");

  @ArchTest static final ArchRule injectionIsByConstructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule servicesArriveByConstructor =
      fields()
          .should()
          .notBeAnnotatedWith("org.osgi.service.component.annotations.Reference")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingButACommandPrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("nl.meldcode.verify", "nl.meldcode.command")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest static final ArchRule exceptionsHaveAName = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses().should(callMethodWhere(describe("asks the machine for now", Asks::theMachine)));

  @ArchTest
  static final ArchRule onlyAdaptersAndCommandsMakeClocks =
      noClasses()
          .that()
          .resideOutsideOfPackages("nl.meldcode.adapter..", "nl.meldcode.command")
          .should(callMethodWhere(describe("makes a system clock", Asks::forASystemClock)));

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    assertThat(classes.getPackage("nl.meldcode").getSubpackagesInTree())
        .filteredOn(each -> !each.getClasses().isEmpty())
        .isNotEmpty()
        .allSatisfy(ArchitectureTest::isNullMarked);
  }

  /** Where a statement is prepared, the compiler takes constants only; settings have no values. */
  @ArchTest
  @Covers("S16")
  static void noStatementToTheDatabaseIsPutTogetherFromText(JavaClasses classes) {
    DescribedPredicate<JavaMethodCall> prepares =
        describe(
            "prepare a statement",
            call ->
                call.getTargetOwner().isEquivalentTo(Connection.class)
                    && call.getName().matches("prepareStatement|createStatement|prepareCall"));
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.(Statements|SqliteFile|SqliteCopy)")
        .should(callMethodWhere(prepares))
        .check(classes);

    List<JavaMethod> preparing =
        Stream.of("nl.meldcode.sql.Statements", "nl.meldcode.adapter.crypto.KeyTable")
            .flatMap(name -> classes.get(name).getMethods().stream())
            .filter(method -> !method.getParameters().isEmpty())
            .filter(
                method -> method.getParameters().get(0).getRawType().isEquivalentTo(String.class))
            .toList();
    assertThat(preparing)
        .hasSize(4)
        .allMatch(
            method -> method.getParameters().get(0).isAnnotatedWith(CompileTimeConstant.class));
  }

  @ArchTest
  static void theRulesSeeTheCode(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
  }

  /** Fakes over mocks: what a mocked domain proves is the mock. */
  @Test
  void domainAndApplicationTestsDoNotMock() {
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("nl.meldcode");
    assertThat(tests).as("test classes seen").isNotEmpty();
    noClasses()
        .that()
        .resideInAnyPackage("nl.meldcode.domain..", "nl.meldcode.application..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mockito..")
        .allowEmptyShould(true)
        .check(tests);
  }

  private static void isNullMarked(JavaPackage each) {
    assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
  }

  /** Production classes of both modules, from folders or jars. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location);
    }
  }

  /** What a call asks of the machine. */
  private static final class Asks {

    static boolean theMachine(JavaMethodCall call) {
      String owner = call.getTargetOwner().getName();
      boolean now =
          owner.startsWith("java.time.")
              && !owner.equals(Clock.class.getName())
              && call.getName().equals("now")
              && call.getTarget().getRawParameterTypes().stream()
                  .noneMatch(each -> each.isEquivalentTo(Clock.class));
      return now
          || (owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis"));
    }

    static boolean forASystemClock(JavaMethodCall call) {
      return call.getTargetOwner().isEquivalentTo(Clock.class)
          && call.getName().startsWith("system");
    }
  }
}
