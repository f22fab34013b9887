package openland.files.ooxml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import openland.files.LookedThrough;
import org.junit.jupiter.api.BeforeAll;

/** Packages of the three formats: {@link OpenPackage} and what walks through it. */
class PackagesFuzzTest {
    @BeforeAll
    static void load() throws Exception {
        for (var places : List.of(WordHidingPlaces.all(), ExcelHidingPlaces.all(), SlideHidingPlaces.all())) {
            new PackagesFuzzTest().is_refused_or_read_and_so_is_its_copy(places.getFirst().file("x"));
        }
    }

    @FuzzTest
    void is_refused_or_read_and_so_is_its_copy(byte[] bytes) throws IOException {
        for (var format : List.of(new Docx(), new Xlsx(), new Pptx())) {
            LookedThrough.by(format, "", bytes);
        }
    }
}
