package openland.files.ooxml;

import java.io.IOException;
import java.util.Map;
import openland.files.FileContent;
import org.springframework.stereotype.Component;

/** Excel workbooks (XLSX). */
@Component
final class Xlsx extends OfficeFormat {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Override
    public Map<String, String> types() {
        return Map.of(TYPE, "Excel");
    }

    @Override
    Family family(OpenPackage pack) throws IOException {
        return new ExcelFamily(pack);
    }

    @Override
    FileContent content(Family family, Memory memory) {
        return new ExcelContent(memory, (ExcelFamily) family).content();
    }
}
