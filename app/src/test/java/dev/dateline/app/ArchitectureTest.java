package dev.dateline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;

/** What may know what. */
@AnalyzeClasses(packages = "dev.dateline", importOptions = ArchitectureTest.OnlyMain.class)
class ArchitectureTest {
    /** Neither test classes nor the jar of helpers that tests share. */
    static final class OnlyMain implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return new DoNotIncludeTests().includes(location) && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule parsersAndTaggersKnowNoKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.parse..",
                    "..ingest.dialect..",
                    "..ingest.document..",
                    "..ingest.fork..",
                    "..ingest.page..",
                    "..ingest.syndication..",
                    "..ingest.text..",
                    "..ingest.web..",
                    "dev.dateline.enrich..")
            .and()
            .resideOutsideOfPackages("..enrich.topology..", "..enrich.holds..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.confluent..");

    @ArchTest
    static final ArchRule packagesOfEnrichFormNoCircle = SlicesRuleDefinition.slices()
            .matching("dev.dateline.enrich.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule ingestKnowsNoOtherStage = noClasses()
            .that()
            .resideInAPackage("dev.dateline.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.dateline.enrich..", "dev.dateline.sink..", "dev.dateline.app..");

    @ArchTest
    static final ArchRule enrichKnowsNoOtherStage = noClasses()
            .that()
            .resideInAPackage("dev.dateline.enrich..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.dateline.ingest..", "dev.dateline.sink..", "dev.dateline.app..");

    @ArchTest
    static final ArchRule sinkKnowsNoOtherStage = noClasses()
            .that()
            .resideInAPackage("dev.dateline.sink..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.dateline.ingest..", "dev.dateline.enrich..", "dev.dateline.app..");

    @ArchTest
    static final ArchRule modelKnowsNoStage = noClasses()
            .that()
            .resideInAPackage("dev.dateline.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.dateline.ingest..", "dev.dateline.enrich..", "dev.dateline.sink..");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.dateline.app.Dateline")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule environmentIsInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.dateline.app.Dateline")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);
}
